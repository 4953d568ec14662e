package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.gatehouse.catalog.imported.ImportService;
import org.gatehouse.catalog.imported.ImportedService;
import org.gatehouse.permission.SystemPermission;

/** The REST services that were imported. */
@Named
@RequestScoped
public class SetupServicesPage {
    @Inject
    SetupDoor setup;

    @EJB
    ImportService services;

    private List<ImportedService> all = List.of();

    /** Before the page is shown. */
    public void show() {
        setup.show(SystemPermission.CUSTOMIZE_APPLICATION, () -> {
            all = services.all();
            return this;
        });
    }

    public List<ImportedService> getAll() {
        return all;
    }
}
