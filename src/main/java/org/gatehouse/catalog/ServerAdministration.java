package org.gatehouse.catalog;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists the MCP servers and switches them, each call in one transaction. Who may do so is for the caller to have decided. */
@Stateless
public class ServerAdministration {
    @Inject
    ActiveServers activeServers;

    @Inject
    Servers servers;

    @EJB
    ServerActivation activation;

    /** All servers that can be active: those of Gatehouse, then the published ones by name. */
    public List<ServerSettings> all() {
        Set<String> active = activeServers.now().stream().map(ServerDefinition::name).collect(Collectors.toUnmodifiableSet());
        return servers.all().stream().map(server -> ServerSettings.of(server, active.contains(server.name()))).toList();
    }

    /** Switches a server on or off; not found if there is none. */
    public ServerSettings setActive(String name, boolean active) {
        if (active) {
            activation.activate(name);
        } else {
            activation.deactivate(name);
        }
        return ServerSettings.of(servers.find(name).orElseThrow(() -> ServerCatalog.noSuchServer(name)), active);
    }

    /** Whether there is a server of this name, active or not. */
    public boolean exists(String name) {
        return servers.find(name).isPresent();
    }
}
