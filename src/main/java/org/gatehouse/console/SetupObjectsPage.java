package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.gatehouse.metadata.design.ObjectService;
import org.gatehouse.metadata.design.ObjectSettings;
import org.gatehouse.metadata.design.Retired;
import org.gatehouse.metadata.mapping.MappingService;
import org.gatehouse.metadata.mapping.TableName;
import org.gatehouse.permission.SystemPermission;

/** The objects, the tables of other programs that can become objects, and the tables that deleted objects left. */
@Named
@RequestScoped
public class SetupObjectsPage {
    private static final SystemPermission NEEDED = SystemPermission.CUSTOMIZE_APPLICATION;

    @Inject
    SetupDoor setup;

    @EJB
    ObjectService objects;

    @EJB
    MappingService mapping;

    private List<ObjectSettings> rows = List.of();
    private List<TableName> tables = List.of();
    private List<Retired> retired = List.of();

    /** Before the page is shown. A button says what it is for. */
    public void show() {
        if (FacesContext.getCurrentInstance().isPostback()) {
            act();
        }
        setup.show(NEEDED, () -> {
            rows = objects.all();
            tables = mapping.tables();
            retired = objects.retired();
            return this;
        });
    }

    /** Compares mapped objects with their tables, or drops what a deleted object left. */
    private void act() {
        String purged = SetupDoor.parameter("purge");
        if (!purged.isEmpty()) {
            setup.act(NEEDED, "table.purge", purged, "/setup/objects", () -> {
                objects.purge(purged);
                return purged;
            });
        } else if (!SetupDoor.parameter("check").isEmpty()) {
            setup.act(NEEDED, "table.check", "", "/setup/objects", mapping::check);
        }
    }

    public List<ObjectSettings> getRows() {
        return rows;
    }

    public List<TableName> getTables() {
        return tables;
    }

    public List<Retired> getRetired() {
        return retired;
    }
}
