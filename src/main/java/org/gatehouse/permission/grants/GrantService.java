package org.gatehouse.permission.grants;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.SetupTrail;
import org.gatehouse.permission.grants.GrantSettings.Assignment;
import org.gatehouse.permission.grants.GrantSettings.GroupAssignment;
import org.gatehouse.permission.grants.GrantSettings.PermissionSet;
import org.gatehouse.permission.grants.GrantSettings.SetGroup;

/** Reads and changes permission sets, groups of them and who holds them, each call in one transaction. Who may do so is for the caller to have decided. */
@Stateless
public class GrantService {
    @Inject
    GrantStore store;

    @Inject
    SetGroupStore groups;

    @Inject
    SetupTrail trail;

    public List<PermissionSet> sets() {
        return store.sets();
    }

    public PermissionSet set(String name) {
        return store.set(name);
    }

    /** Makes a set; one that names a profile makes the profile as well. */
    public PermissionSet create(PermissionSet wanted) {
        return trail.creation(EventType.PERMISSION_UPDATE, "permission-set.create", () -> store.create(wanted), PermissionSet::name);
    }

    /** Replaces a set at the version it was read at. */
    public PermissionSet change(String name, PermissionSet wanted) {
        return trail.change(EventType.PERMISSION_UPDATE, "permission-set.change", name, () -> store.set(name), () -> store.change(name, wanted));
    }

    /** Deletes a set that nobody and nothing holds. */
    public void delete(String name, int version) {
        trail.change(EventType.PERMISSION_UPDATE, "permission-set.delete", name, () -> store.set(name), () -> store.delete(name, version));
    }

    public List<SetGroup> groups() {
        return groups.all();
    }

    public SetGroup group(String name) {
        return groups.one(name);
    }

    public SetGroup create(SetGroup wanted) {
        return trail.creation(EventType.PERMISSION_UPDATE, "permission-set-group.create", () -> groups.create(wanted), SetGroup::name);
    }

    /** Replaces a group at the version it was read at. */
    public SetGroup change(String name, SetGroup wanted) {
        return trail.change(
                EventType.PERMISSION_UPDATE, "permission-set-group.change", name, () -> groups.one(name), () -> groups.change(name, wanted));
    }

    /** Deletes a group that nobody holds. */
    public void deleteGroup(String name, int version) {
        trail.change(EventType.PERMISSION_UPDATE, "permission-set-group.delete", name, () -> groups.one(name), () -> groups.delete(name, version));
    }

    public List<GroupAssignment> groupAssignments(String userId) {
        return groups.assignments(userId);
    }

    /** Gives a person a group of sets, or changes until when they hold it. */
    public void assign(String userId, GroupAssignment wanted) {
        trail.change(
                EventType.PERMISSION_UPDATE, "permission-set-group.assign", userId, () -> groups.assignments(userId), () -> groups.assign(userId, wanted));
    }

    public void unassignGroup(String userId, String group) {
        trail.change(
                EventType.PERMISSION_UPDATE, "permission-set-group.unassign", userId, () -> groups.assignments(userId),
                () -> groups.unassign(userId, group));
    }

    public List<Assignment> assignments(String userId) {
        return store.assignments(userId);
    }

    public void assign(String userId, Assignment wanted) {
        trail.change(
                EventType.PERMISSION_UPDATE, "permission-set.assign", userId, () -> store.assignments(userId), () -> store.assign(userId, wanted));
    }

    public void unassign(String userId, String permissionSet) {
        trail.change(
                EventType.PERMISSION_UPDATE, "permission-set.unassign", userId, () -> store.assignments(userId),
                () -> store.unassign(userId, permissionSet));
    }
}
