package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.permission.grants.GrantService;
import org.gatehouse.permission.grants.GrantSettings.PermissionSet;
import org.gatehouse.permission.grants.GrantSettings.SetGroup;

/** The profiles and permission sets. */
@Named
@RequestScoped
public class SetupPermissionsPage {
    @Inject
    SetupDoor setup;

    @EJB
    GrantService grants;

    private List<PermissionSet> sets = List.of();
    private List<SetGroup> groups = List.of();

    /** Before the page is shown. */
    public void show() {
        setup.show(SystemPermission.MANAGE_USERS, () -> {
            groups = grants.groups();
            sets = grants.sets();
            return this;
        });
    }

    public List<PermissionSet> getProfiles() {
        return sets.stream().filter(set -> set.profile() != null).toList();
    }

    public List<SetGroup> getGroups() {
        return groups;
    }

    public List<PermissionSet> getSets() {
        return sets.stream().filter(set -> set.profile() == null).toList();
    }
}
