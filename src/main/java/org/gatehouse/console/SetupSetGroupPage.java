package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.permission.grants.GrantService;
import org.gatehouse.permission.grants.GrantSettings.PermissionSet;
import org.gatehouse.permission.grants.GrantSettings.SetGroup;
import org.jspecify.annotations.Nullable;

/** One group of permission sets, and what it mutes. */
@Named
@ViewScoped
public class SetupSetGroupPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final SystemPermission NEEDED = SystemPermission.MANAGE_USERS;
    private static final String LIST = "/setup/permissions";

    @Inject
    transient SetupDoor setup;

    @EJB
    transient GrantService grants;

    private final FormValues form = new FormValues();
    private ArrayList<String> members = new ArrayList<>();
    private List<String> sets = List.of();
    private List<String> mutingSets = List.of();
    private String name = "";
    private @Nullable Integer version;

    /** Before the page is shown. */
    public void show() {
        setup.show(NEEDED, () -> {
            if (!FacesContext.getCurrentInstance().isPostback()) {
                String wanted = SetupDoor.parameter("name");
                if (!wanted.isEmpty()) {
                    read(grants.group(wanted));
                }
                List<PermissionSet> all = grants.sets();
                sets = all.stream().filter(set -> set.profile() == null && !set.muting()).map(PermissionSet::name).toList();
                mutingSets = all.stream().filter(PermissionSet::muting).map(PermissionSet::name).toList();
            }
            return this;
        });
    }

    private void read(SetGroup group) {
        name = group.name();
        version = group.version();
        form.put("label", group.label());
        form.put("muting", group.muting());
        members = new ArrayList<>(group.permissionSets() == null ? List.of() : group.permissionSets());
    }

    /** Makes the group, or changes it at the version that the page was made of. */
    public void save() {
        String wanted = isNew() ? form.text("name") : name;
        SetGroup group = new SetGroup(wanted, form.text("label"), members, form.optional("muting"), version);
        if (isNew()) {
            setup.act(NEEDED, "permission-set-group.create", wanted, LIST, () -> grants.create(group));
        } else {
            setup.act(NEEDED, "permission-set-group.change", wanted, LIST, () -> grants.change(name, group));
        }
    }

    /** Deletes a group that nobody holds. */
    public void delete() {
        int read = version == null ? 0 : version;
        setup.act(NEEDED, "permission-set-group.delete", name, LIST, () -> {
            grants.deleteGroup(name, read);
            return name;
        });
    }

    public boolean isNew() {
        return version == null;
    }

    /** What the page is about, for its heading. */
    public String getHeading() {
        return isNew() ? "New permission set group" : name;
    }

    public Map<String, Object> getForm() {
        return form.all();
    }

    public List<String> getMembers() {
        return members;
    }

    public void setMembers(List<String> members) {
        this.members = new ArrayList<>(members);
    }

    /** The sets that a group may have. */
    public List<String> getSets() {
        return sets;
    }

    public List<String> getMutingSets() {
        return mutingSets;
    }
}
