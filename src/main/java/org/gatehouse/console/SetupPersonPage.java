package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.gatehouse.audit.Actor;
import org.gatehouse.identity.Lockout;
import org.gatehouse.identity.LoginHistory;
import org.gatehouse.identity.LoginRecord;
import org.gatehouse.identity.Sessions;
import org.gatehouse.identity.SignInSession;
import org.gatehouse.identity.SignInSessions;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.permission.grants.GrantService;
import org.gatehouse.permission.grants.GrantSettings.Assignment;
import org.gatehouse.permission.grants.GrantSettings.GroupAssignment;
import org.gatehouse.permission.grants.GrantSettings.PermissionSet;
import org.gatehouse.permission.grants.GrantSettings.SetGroup;
import org.gatehouse.permission.grants.PeopleService;
import org.gatehouse.permission.recovery.NewLink;
import org.gatehouse.permission.recovery.RecoveryService;
import org.gatehouse.permission.sharing.SharingService;
import org.gatehouse.permission.sharing.SharingSettings.Role;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** One person: who they are, how they get in, what they hold, and when they signed in. */
@Named
@ViewScoped
public class SetupPersonPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final SystemPermission NEEDED = SystemPermission.MANAGE_USERS;
    private static final int LOGINS = 20;

    /** Before the name of a group where a set may stand; no name of a set has it. */
    private static final String GROUP = "group:";

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

    @Inject
    transient Sessions sessions;

    @EJB
    transient SignInSessions known;

    private PersonForm form = new PersonForm();
    private String assigned = "";
    private String until = "";
    private List<String> profiles = List.of();
    private List<String> roles = List.of();
    private List<String> permissionSets = List.of();
    private List<String> groups = List.of();

    /** Before the page is shown. */
    public void show() {
        setup.show(NEEDED, () -> {
            if (!FacesContext.getCurrentInstance().isPostback()) {
                read(SetupDoor.parameter("id"));
            }
            press("unassign", "permission-set.unassign", grants::unassign);
            press("unassignGroup", "permission-set-group.unassign", grants::unassignGroup);
            press("endSession", "session.end", this::end);
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
        groups = grants.groups().stream().map(SetGroup::name).toList();
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

    /** Gives the person a permission set or a group of them, for good or until a moment. */
    public void assign() {
        if (assigned.startsWith(GROUP)) {
            String group = assigned.substring(GROUP.length());
            setup.act(NEEDED, "permission-set-group.assign", form.getId(), page(form.getId()), () -> {
                grants.assign(form.getId(), new GroupAssignment(group, expiry()));
                return form;
            });
        } else {
            setup.act(NEEDED, "permission-set.assign", form.getId(), page(form.getId()), () -> {
                grants.assign(form.getId(), new Assignment(assigned, expiry()));
                return form;
            });
        }
    }

    /** What the browser's own field for a moment gives, in UTC as its label says; anything else is for the service to complain of. */
    private @Nullable String expiry() {
        String text = until.strip();
        return text.isEmpty() ? null : text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}") ? text + ":00Z" : text;
    }

    private void end(String userId, String session) {
        Actor who = new Actor(setup.userId(), setup.getUsername(), null, null, setup.address().toString());
        if (!known.end(userId, session, "session.end", who)) {
            throw new ProblemException(new Problem.NotFound(Problem.Thing.SESSION, session, "This session has ended already."));
        }
    }

    /** A button within a list carries what it is about. */
    private void press(String button, String operation, BiConsumer<String, String> work) {
        String thing = SetupDoor.parameter(button);
        if (FacesContext.getCurrentInstance().isPostback() && !thing.isEmpty()) {
            setup.act(NEEDED, operation, form.getId(), page(form.getId()), () -> {
                work.accept(form.getId(), thing);
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

    public List<GroupAssignment> getGroupAssignments() {
        return form.isNew() ? List.of() : grants.groupAssignments(form.getId());
    }

    /** The browsers in which the person is signed in. */
    public List<Session> getSessions() {
        return form.isNew() ? List.of() : sessions.of(form.getId()).stream().map(Session::of).toList();
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

    /** The groups of sets, by the name to show, as the values that a form sends. */
    public Map<String, String> getGroups() {
        Map<String, String> choices = new LinkedHashMap<>();
        groups.forEach(group -> choices.put(group + " (group)", GROUP + group));
        return choices;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(@Nullable String until) {
        this.until = until == null ? "" : until;
    }

    /** An open session in words. */
    public record Session(String id, String since, String address, String browser) {
        static Session of(SignInSession it) {
            return new Session(it.id(), Times.shown(it.since()), it.clientAddress(), DisplayText.of(Objects.requireNonNullElse(it.userAgent(), "")));
        }
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
}
