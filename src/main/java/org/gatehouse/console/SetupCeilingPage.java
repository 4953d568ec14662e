package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.catalog.ServerAdministration;
import org.gatehouse.metadata.design.FieldSettings;
import org.gatehouse.metadata.design.ObjectService;
import org.gatehouse.metadata.design.ObjectSettings;
import org.gatehouse.oauth.client.ClientAdministration;
import org.gatehouse.permission.Ceiling;
import org.gatehouse.permission.Ceiling.ObjectCeiling;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.permission.ceiling.CeilingService;
import org.gatehouse.permission.ceiling.CeilingSettings;
import org.gatehouse.permission.ceiling.CeilingSubject;
import org.gatehouse.permission.ceiling.CeilingSubject.Kind;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The ceiling over one app or one server: the most that anybody may do through it. Where there is none, the form begins with everything left, so
 * that saving it narrows what was unticked and nothing else.
 */
@Named
@ViewScoped
public class SetupCeilingPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final SystemPermission NEEDED = SystemPermission.CUSTOMIZE_APPLICATION;
    private static final String LIST = "/setup/ceilings";

    @Inject
    transient SetupDoor setup;

    @EJB
    transient CeilingService ceilings;

    @EJB
    transient ClientAdministration clients;

    @EJB
    transient ServerAdministration servers;

    @EJB
    transient ObjectService objects;

    private boolean ofServer;
    private String name = "";
    private @Nullable Integer version;
    private ArrayList<CeilingRow> rows = new ArrayList<>();

    /** Before the page is shown. */
    public void show() {
        setup.show(NEEDED, () -> {
            if (!FacesContext.getCurrentInstance().isPostback()) {
                String server = SetupDoor.parameter("server");
                ofServer = !server.isEmpty();
                name = ofServer ? server : SetupDoor.parameter("client");
                requireSubject();
                read(ceilings.find(subject()));
            }
            return this;
        });
    }

    /** A ceiling over a name that nobody has would narrow nothing, and its author would think that it does. */
    private void requireSubject() {
        if (!ofServer) {
            clients.require(name);
        } else if (!servers.exists(name)) {
            throw new ProblemException(new Problem.NotFound(Problem.Thing.SERVER, name, "There is no server of this name."));
        }
    }

    private void read(Optional<CeilingSettings> found) {
        version = found.map(CeilingSettings::version).orElse(null);
        rows = new ArrayList<>();
        for (ObjectSettings object : objects.all()) {
            List<FieldSettings> fields = object.fields();
            List<String> names = fields == null ? List.of() : fields.stream().map(FieldSettings::name).toList();
            rows.add(found.map(it -> CeilingRow.of(object.name(), names, it.ceiling().objects().get(object.name())))
                    .orElseGet(() -> CeilingRow.open(object.name(), names)));
        }
    }

    private CeilingSubject subject() {
        return new CeilingSubject(ofServer ? Kind.SERVER : Kind.CLIENT, name);
    }

    /** Makes the ceiling, or changes it at the version that the page was made of. */
    public void save() {
        setup.act(NEEDED, "ceiling.save", name, LIST, () -> {
            requireSubject();
            Map<String, ObjectCeiling> left = new LinkedHashMap<>();
            rows.forEach(row -> row.ceiling().ifPresent(ceiling -> left.put(row.getName(), ceiling)));
            ceilings.save(subject(), new CeilingSettings(new Ceiling(left), version));
            return name;
        });
    }

    /** Takes the ceiling away: nothing is narrowed then. */
    public void delete() {
        int read = version == null ? 0 : version;
        setup.act(NEEDED, "ceiling.delete", name, LIST, () -> {
            ceilings.delete(subject(), read);
            return name;
        });
    }

    public boolean isNew() {
        return version == null;
    }

    public boolean isOfServer() {
        return ofServer;
    }

    public String getName() {
        return name;
    }

    public List<CeilingRow> getRows() {
        return rows;
    }
}
