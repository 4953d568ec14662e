package org.gatehouse.permission.sharing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.SetupTrail;
import org.gatehouse.permission.sharing.SharingSettings.Group;
import org.gatehouse.permission.sharing.SharingSettings.Kind;
import org.gatehouse.permission.sharing.SharingSettings.Member;
import org.gatehouse.permission.sharing.SharingSettings.Queue;
import org.gatehouse.permission.sharing.SharingSettings.Restriction;
import org.gatehouse.permission.sharing.SharingSettings.Role;
import org.gatehouse.permission.sharing.SharingSettings.Rule;

/** Reads and changes who sees which records, each call in one transaction. Who may do so is for the caller to have decided. */
@Stateless
public class SharingService {
    @Inject
    SharingStore store;

    @Inject
    SetupTrail trail;

    public List<Role> roles() {
        return store.roles();
    }

    /** Makes a role, or renames and moves the one of that name; refused if it would stand above itself. */
    public void save(Role role) {
        change("role.save", role.name(), () -> role(role.name()), () -> store.save(role));
    }

    /** The same, but only if the role still is what was read; nothing was read of a role that is to be made. */
    public void save(Role role, Optional<Role> read) {
        change("role.save", role.name(), () -> role(role.name()), () -> store.save(role, read));
    }

    public void deleteRole(String name) {
        change("role.delete", name, () -> role(name), () -> store.deleteRole(name));
    }

    public List<Group> groups() {
        return store.groups();
    }

    /** Makes a public group, or changes it at the version it was read at; refused if it would contain itself. */
    public void save(Group group) {
        change("group.save", group.name(), () -> group(group.name()), () -> store.save(group));
    }

    public List<Queue> queues() {
        return store.queues();
    }

    public void save(Queue queue) {
        change("queue.save", queue.name(), () -> queue(queue.name()), () -> store.save(queue));
    }

    public void deleteGroup(String name) {
        change("group.delete", name, () -> group(name), () -> store.delete(new Member(Kind.GROUP, name)));
    }

    public void deleteQueue(String name) {
        change("queue.delete", name, () -> queue(name), () -> store.delete(new Member(Kind.QUEUE, name)));
    }

    public List<Rule> rules() {
        return store.rules();
    }

    public void save(Rule rule) {
        change("sharing-rule.save", rule.name(), () -> rule(rule.name()), () -> store.save(rule));
    }

    public void deleteRule(String name) {
        change("sharing-rule.delete", name, () -> rule(name), () -> store.deleteRule(name));
    }

    public List<Restriction> restrictions() {
        return store.restrictions();
    }

    public void save(Restriction rule) {
        change("restriction-rule.save", rule.name(), () -> restriction(rule.name()), () -> store.save(rule));
    }

    public void deleteRestriction(String name) {
        change("restriction-rule.delete", name, () -> restriction(name), () -> store.deleteRestriction(name));
    }

    /** How many group memberships there are, those that come from other groups and from the role hierarchy included. */
    public int memberships() {
        return store.memberships();
    }

    /** What a recalculation of the group memberships would change: nothing, unless somebody wrote to the database past Gatehouse. */
    public Recalculation compare() {
        return store.compare();
    }

    /** Recalculates the group memberships, as every change of roles, people and groups does. */
    public Recalculation recalculate() {
        return store.recalculate();
    }

    private void change(String action, String name, Supplier<?> state, Runnable change) {
        trail.change(EventType.PERMISSION_UPDATE, action, name, state, change);
    }

    private Optional<Role> role(String name) {
        return store.roles().stream().filter(it -> it.name().equalsIgnoreCase(name)).findFirst();
    }

    private Optional<Group> group(String name) {
        return store.groups().stream().filter(it -> it.name().equalsIgnoreCase(name)).findFirst();
    }

    private Optional<Queue> queue(String name) {
        return store.queues().stream().filter(it -> it.name().equalsIgnoreCase(name)).findFirst();
    }

    private Optional<Rule> rule(String name) {
        return store.rules().stream().filter(it -> it.name().equalsIgnoreCase(name)).findFirst();
    }

    private Optional<Restriction> restriction(String name) {
        return store.restrictions().stream().filter(it -> it.name().equalsIgnoreCase(name)).findFirst();
    }
}
