package org.gatehouse.catalog;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gatehouse.oauth.client.ServerAccess;

/** Lists the MCP servers and switches them, each call in one transaction. Who may do so is for the caller to have decided. */
@Stateless
public class ServerAdministration {
    @Inject
    ActiveServers activeServers;

    @Inject
    Tools tools;

    @EJB
    ServerActivation activation;

    /** All servers, in the order of their definition. */
    public List<ServerSettings> all() {
        Set<StandardServer> active = activeServers.now();
        return Arrays.stream(StandardServer.values()).map(server -> settings(server, active.contains(server))).toList();
    }

    /** Switches a server on or off; not found if there is none. */
    public ServerSettings setActive(String name, boolean active) {
        if (active) {
            activation.activate(name);
        } else {
            activation.deactivate(name);
        }
        return settings(StandardServer.find(name).orElseThrow(() -> ServerCatalog.noSuchServer(name)), active);
    }

    private ServerSettings settings(StandardServer server, boolean active) {
        List<ToolDefinition> offered = tools.of(server, List.copyOf(EnumSet.allOf(Tier.class)), new ServerAccess.All()).values().stream()
                .map(ToolHandler::definition)
                .toList();
        return ServerSettings.of(server, active, offered);
    }
}
