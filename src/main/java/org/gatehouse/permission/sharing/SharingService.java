package org.gatehouse.permission.sharing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
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

    public List<Role> roles() {
        return store.roles();
    }

    /** Makes a role, or renames and moves the one of that name; refused if it would stand above itself. */
    public void save(Role role) {
        store.save(role);
    }

    public void deleteRole(String name) {
        store.deleteRole(name);
    }

    public List<Group> groups() {
        return store.groups();
    }

    /** Makes a public group, or changes it at the version it was read at; refused if it would contain itself. */
    public void save(Group group) {
        store.save(group);
    }

    public List<Queue> queues() {
        return store.queues();
    }

    public void save(Queue queue) {
        store.save(queue);
    }

    public void deleteGroup(String name) {
        store.delete(new Member(Kind.GROUP, name));
    }

    public void deleteQueue(String name) {
        store.delete(new Member(Kind.QUEUE, name));
    }

    public List<Rule> rules() {
        return store.rules();
    }

    public void save(Rule rule) {
        store.save(rule);
    }

    public void deleteRule(String name) {
        store.deleteRule(name);
    }

    public List<Restriction> restrictions() {
        return store.restrictions();
    }

    public void save(Restriction rule) {
        store.save(rule);
    }

    public void deleteRestriction(String name) {
        store.deleteRestriction(name);
    }
}
