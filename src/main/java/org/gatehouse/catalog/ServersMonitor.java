package org.gatehouse.catalog;

import java.util.List;
import org.gatehouse.audit.OperatorActs;

/** The JMX view of all servers. */
final class ServersMonitor implements McpServersMXBean {
    private final Servers servers;
    private final ActiveServers activeServers;
    private final ServerActivation activation;
    private final OperatorActs operator;

    ServersMonitor(Servers servers, ActiveServers activeServers, ServerActivation activation, OperatorActs operator) {
        this.servers = servers;
        this.activeServers = activeServers;
        this.activation = activation;
        this.operator = operator;
    }

    @Override
    public List<Server> getServers() {
        return servers.all().stream()
                .map(server -> new Server(server.name(), server.title(), server.version(), activeServers.isActive(server.name())))
                .toList();
    }

    @Override
    public void activate(String name) {
        operator.run("server.activate", name, () -> activation.activate(name));
    }

    @Override
    public void deactivate(String name) {
        operator.run("server.deactivate", name, () -> activation.deactivate(name));
    }
}
