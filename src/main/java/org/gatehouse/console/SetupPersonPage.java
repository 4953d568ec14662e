package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gatehouse.identity.Lockout;
import org.gatehouse.identity.LoginHistory;
import org.gatehouse.identity.LoginRecord;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.permission.grants.GrantService;
import org.gatehouse.permission.grants.GrantSettings.Assignment;
import org.gatehouse.permission.grants.GrantSettings.PermissionSet;
import org.gatehouse.permission.grants.GrantSettings.Person;
import org.gatehouse.permission.grants.PeopleService;
import org.gatehouse.permission.recovery.NewLink;
import org.gatehouse.permission.recovery.RecoveryService;
import org.gatehouse.permission.sharing.SharingService;
import org.gatehouse.permission.sharing.SharingSettings.Role;
import org.jspecify.annotations.Nullable;

/** One person: who they are, how they get in, what they hold, and when they signed in. */
@Named
@ViewScoped
public class SetupPersonPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final SystemPermission NEEDED = SystemPermission.MANAGE_USERS;
    private static final int LOGINS = 20;

    @Inject
    transient SetupDoor setup;

    @EJB
    transient PeopleService people;

    @EJB
    transient GrantService grants;

    @EJB
    transient SharingService sharing;

    @EJB
    transient RecoveryService recovery;

    @EJB
    transient LoginHistory history;

    @Inject
    transient Lockout lockout;

    private PersonForm form = new PersonForm();
    private String assigned = "";
    private List<String> profiles = List.of();
    private List<String> roles = List.of();
    private List<String> permissionSets = List.of();

    /** Before the page is shown. */
    public void show() {
        setup.show(NEEDED, () -> {
            if (!FacesContext.getCurrentInstance().isPostback()) {
                read(SetupDoor.parameter("id"));
            }
            unassign(SetupDoor.parameter("unassign"));
            return this;
        });
    }

    private void read(String id) {
        if (!id.isEmpty()) {
            form = PersonForm.of(people.one(id));
        }
        List<PermissionSet> sets = grants.sets();
        profiles = sets.stream().flatMap(set -> Stream.ofNullable(set.profile())).toList();
        permissionSets = sets.stream().filter(set -> set.profile() == null && !set.muting()).map(PermissionSet::name).toList();
        roles = sharing.roles().stream().map(Role::name).toList();
    }

    /** Makes the person, or changes them as they were when the page was made. */
    public void save() {
        if (form.isNew()) {
            setup.perform(NEEDED, "user.create", form.getUsername(), () -> people.create(form.person()))
                    .ifPresent(made -> setup.lead(page(Objects.requireNonNull(made.id())) + "&done=user.create"));
        } else {
            setup.act(NEEDED, "user.update", form.getId(), page(form.getId()), () -> people.change(form.getId(), form.person()));
        }
    }

    /** Makes a link by which the person sets a password; this page shows it once. */
    public void makeLink() {
        setup.perform(NEEDED, "user.password-link", form.getId(), () -> recovery.passwordLink(form.getId()))
                .map(NewLink::link)
                .ifPresent(SetupDoor::showOnce);
    }

    /** Ends the person's sessions. */
    public void signOut() {
        setup.act(NEEDED, "user.sign-out", form.getId(), page(form.getId()), () -> {
            people.signOut(form.getId());
            return form;
        });
    }

    /** Ends a lock before its time. */
    public void unlock() {
        setup.act(NEEDED, "user.unlock", form.getId(), page(form.getId()), () -> {
            lockout.unlock(form.getId());
            return form;
        });
    }

    /** Gives the person a permission set, for good. */
    public void assign() {
        setup.act(NEEDED, "permission-set.assign", form.getId(), page(form.getId()), () -> {
            grants.assign(form.getId(), new Assignment(assigned, null));
            return form;
        });
    }

    private void unassign(String set) {
        if (FacesContext.getCurrentInstance().isPostback() && !set.isEmpty()) {
            setup.act(NEEDED, "permission-set.unassign", form.getId(), page(form.getId()), () -> {
                grants.unassign(form.getId(), set);
                return form;
            });
        }
    }

    private static String page(String id) {
        return "/setup/person?id=" + SetupDoor.encoded(id);
    }

    public PersonForm getForm() {
        return form;
    }

    public List<Assignment> getAssignments() {
        return form.isNew() ? List.of() : grants.assignments(form.getId());
    }

    public List<Login> getLogins() {
        return form.isNew() ? List.of() : history.of(form.getId(), null, LOGINS).stream().map(Login::of).toList();
    }

    /** The link that was just made. It is gone with the next page. */
    public String getLink() {
        return SetupDoor.shownOnce();
    }

    public String getAssigned() {
        return assigned;
    }

    public void setAssigned(@Nullable String assigned) {
        this.assigned = assigned == null ? "" : assigned;
    }

    public List<String> getProfiles() {
        return profiles;
    }

    public List<String> getRoles() {
        return roles;
    }

    public List<String> getPermissionSets() {
        return permissionSets;
    }

    /**
     * One attempt to sign in.
     *
     * @param browser what the browser says it is, which anybody can make it say; empty if it says nothing
     */
    public record Login(String when, String way, String from, String browser, String reason) {
        static Login of(LoginRecord it) {
            String browser = it.userAgent() == null ? "" : DisplayText.of(it.userAgent());
            return new Login(Times.shown(it.occurredAt()), it.way().name(), it.clientAddress(), browser, it.reason().name());
        }
    }

    /** The person as a form holds them. */
    public static class PersonForm implements Serializable {
        private static final long serialVersionUID = 1;

        private String id = "";
        private String username = "";
        private String name = "";
        private String email = "";
        private String title = "";
        private String profile = "";
        private String role = "";
        private String manager = "";
        private boolean active = true;
        private String timeZone = "UTC";
        private String locale = "en_US";
        private @Nullable String readAt;

        static PersonForm of(Person person) {
            PersonForm form = new PersonForm();
            form.id = text(person.id());
            form.username = person.username();
            form.name = person.name();
            form.email = person.email();
            form.title = text(person.title());
            form.profile = person.profile();
            form.role = text(person.role());
            form.manager = text(person.manager());
            form.active = person.active();
            form.timeZone = person.timeZone();
            form.locale = person.locale();
            form.readAt = person.lastModifiedDate();
            return form;
        }

        Person person() {
            return new Person(
                    isNew() ? null : id, username.strip(), name.strip(), email.strip(), orNull(title), profile, orNull(role), orNull(manager), active, timeZone,
                    locale, readAt);
        }

        public boolean isNew() {
            return id.isEmpty();
        }

        private static String text(@Nullable String text) {
            return text == null ? "" : text;
        }

        private static @Nullable String orNull(String text) {
            return text.isBlank() ? null : text.strip();
        }

        public String getId() {
            return id;
        }

        public boolean isActive() {
            return active;
        }

        public void setActive(boolean active) {
            this.active = active;
        }

        public String getUsername() {
            return username;
        }

        public void setUsername(@Nullable String username) {
            this.username = text(username);
        }

        public String getName() {
            return name;
        }

        public void setName(@Nullable String name) {
            this.name = text(name);
        }

        public String getEmail() {
            return email;
        }

        public void setEmail(@Nullable String email) {
            this.email = text(email);
        }

        public String getTitle() {
            return title;
        }

        public void setTitle(@Nullable String title) {
            this.title = text(title);
        }

        public String getProfile() {
            return profile;
        }

        public void setProfile(@Nullable String profile) {
            this.profile = text(profile);
        }

        public String getRole() {
            return role;
        }

        public void setRole(@Nullable String role) {
            this.role = text(role);
        }

        public String getManager() {
            return manager;
        }

        public void setManager(@Nullable String manager) {
            this.manager = text(manager);
        }

        public String getTimeZone() {
            return timeZone;
        }

        public void setTimeZone(@Nullable String timeZone) {
            this.timeZone = text(timeZone);
        }

        public String getLocale() {
            return locale;
        }

        public void setLocale(@Nullable String locale) {
            this.locale = text(locale);
        }
    }
}
