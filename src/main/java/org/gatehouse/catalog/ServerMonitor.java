package org.gatehouse.catalog;

import org.gatehouse.audit.OperatorActs;
import org.gatehouse.audit.Outcome;

/** The JMX view of one server. */
final class ServerMonitor implements McpServerMXBean {
    private final StandardServer server;
    private final ActiveServers activeServers;
    private final ServerUsage usage;
    private final ServerActivation activation;
    private final OperatorActs operator;

    ServerMonitor(StandardServer server, ActiveServers activeServers, ServerUsage usage, ServerActivation activation, OperatorActs operator) {
        this.server = server;
        this.activeServers = activeServers;
        this.usage = usage;
        this.activation = activation;
        this.operator = operator;
    }

    @Override
    public boolean isActive() {
        return activeServers.isActive(server.serverName());
    }

    @Override
    public long getCallCount() {
        return usage.calls(server);
    }

    @Override
    public long getRefusedCount() {
        return usage.calls(server, Outcome.REFUSED);
    }

    @Override
    public long getFailedCount() {
        return usage.calls(server, Outcome.FAILED);
    }

    @Override
    public void activate() {
        operator.run("server.activate", server.serverName(), () -> activation.activate(server.serverName()));
    }

    @Override
    public void deactivate() {
        operator.run("server.deactivate", server.serverName(), () -> activation.deactivate(server.serverName()));
    }
}
