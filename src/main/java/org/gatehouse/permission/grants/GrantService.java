package org.gatehouse.permission.grants;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.SetupTrail;
import org.gatehouse.permission.grants.GrantSettings.Assignment;
import org.gatehouse.permission.grants.GrantSettings.PermissionSet;

/** Reads and changes permission sets and who holds them, each call in one transaction. Who may do so is for the caller to have decided. */
@Stateless
public class GrantService {
    @Inject
    GrantStore store;

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
