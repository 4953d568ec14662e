package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.permission.sharing.SharingService;
import org.gatehouse.permission.sharing.SharingSettings.Role;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** One role of the hierarchy. */
@Named
@ViewScoped
public class SetupRolePage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final SystemPermission NEEDED = SystemPermission.CUSTOMIZE_APPLICATION;
    private static final String LIST = "/setup/sharing";

    @Inject
    transient SetupDoor setup;

    @EJB
    transient SharingService sharing;

    private final FormValues form = new FormValues();
    private String name = "";
    private String label = "";
    private @Nullable String parent;

    /** Before the page is shown. */
    public void show() {
        setup.show(NEEDED, () -> {
            if (!FacesContext.getCurrentInstance().isPostback()) {
                name = SetupDoor.parameter("name");
                if (!name.isEmpty()) {
                    read();
                }
            }
            return this;
        });
    }

    private void read() {
        Role role = sharing.roles().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(new Problem.NotFound(Problem.Thing.ROLE, name, "There is no role of this name.")));
        label = role.label();
        parent = role.parent();
        form.put("name", role.name());
        form.put("label", role.label());
        form.put("parent", role.parent());
    }

    /** Makes the role, or renames and moves it, if it still is what the page was made of. */
    public void save() {
        String wanted = isNew() ? form.text("name") : name;
        setup.act(NEEDED, "role.save", wanted, LIST, () -> {
            Optional<Role> read = isNew() ? Optional.empty() : Optional.of(new Role(name, label, parent));
            sharing.save(new Role(wanted, form.text("label"), form.optional("parent")), read);
            return wanted;
        });
    }

    /** Deletes a role that nobody has and that has none below it. */
    public void delete() {
        setup.act(NEEDED, "role.delete", name, LIST, () -> {
            sharing.deleteRole(name);
            return name;
        });
    }

    public boolean isNew() {
        return name.isEmpty();
    }

    public Map<String, Object> getForm() {
        return form.all();
    }

    /** The roles that it can stand under. */
    public List<String> getOthers() {
        return sharing.roles().stream().map(Role::name).filter(it -> !it.equals(name)).toList();
    }
}
