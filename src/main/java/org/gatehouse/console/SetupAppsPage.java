package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.gatehouse.oauth.client.ClientAdministration;
import org.gatehouse.oauth.client.ClientPreset;
import org.gatehouse.oauth.client.ClientSettings;
import org.gatehouse.permission.SystemPermission;

/** The external client apps, one for each agent. */
@Named
@RequestScoped
public class SetupAppsPage {
    @Inject
    SetupDoor setup;

    @EJB
    ClientAdministration clients;

    private List<ClientSettings> all = List.of();

    /** Before the page is shown. */
    public void show() {
        setup.show(SystemPermission.CUSTOMIZE_APPLICATION, () -> all = clients.all());
    }

    public List<ClientSettings> getAll() {
        return all;
    }

    public List<ClientPreset> getPresets() {
        return ClientPreset.ALL;
    }
}
