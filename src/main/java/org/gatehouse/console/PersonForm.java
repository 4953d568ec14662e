package org.gatehouse.console;

import java.io.Serializable;
import org.gatehouse.permission.grants.GrantSettings.Person;
import org.jspecify.annotations.Nullable;

/** The person as a form holds them. */
public class PersonForm implements Serializable {
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
