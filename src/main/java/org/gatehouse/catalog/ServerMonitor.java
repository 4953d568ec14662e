package org.gatehouse.catalog;

import org.gatehouse.audit.Outcome;

/** The JMX view of one server. */
final class ServerMonitor implements McpServerMXBean {
    private final StandardServer server;
    private final ActiveServers activeServers;
    private final ServerUsage usage;
    private final ServerActivation activation;

    ServerMonitor(StandardServer server, ActiveServers activeServers, ServerUsage usage, ServerActivation activation) {
        this.server = server;
        this.activeServers = activeServers;
        this.usage = usage;
        this.activation = activation;
    }

    @Override
    public boolean isActive() {
        return activeServers.now().contains(server);
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
        activation.activate(server.serverName());
    }

    @Override
    public void deactivate() {
        activation.deactivate(server.serverName());
    }
}
