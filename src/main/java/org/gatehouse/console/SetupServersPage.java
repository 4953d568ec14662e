package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.gatehouse.catalog.ServerAdministration;
import org.gatehouse.catalog.ServerSettings;
import org.gatehouse.catalog.custom.CustomServer;
import org.gatehouse.catalog.custom.CustomServerService;
import org.gatehouse.permission.SystemPermission;

/** The MCP servers with their tools, to be activated and deactivated. */
@Named
@RequestScoped
public class SetupServersPage {
    @Inject
    SetupDoor setup;

    @EJB
    ServerAdministration servers;

    @EJB
    CustomServerService customServers;

    private List<ServerSettings> all = List.of();
    private List<CustomServer> custom = List.of();

    /** Before the page is shown. A button carries the name of its server. */
    public void show() {
        if (FacesContext.getCurrentInstance().isPostback()) {
            act("activate", true);
            act("deactivate", false);
        }
        setup.show(SystemPermission.CUSTOMIZE_APPLICATION, () -> {
            all = servers.all();
            custom = customServers.all();
            return this;
        });
    }

    private void act(String button, boolean active) {
        String name = SetupDoor.parameter(button);
        if (!name.isEmpty()) {
            setup.act(SystemPermission.CUSTOMIZE_APPLICATION, "server." + button, name, "/setup/servers", () -> servers.setActive(name, active));
        }
    }

    public List<ServerSettings> getAll() {
        return all;
    }

    /** The servers that administrators made, published or not. */
    public List<CustomServer> getCustom() {
        return custom;
    }
}
