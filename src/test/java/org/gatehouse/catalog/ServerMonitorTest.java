package org.gatehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.catalog.StandardServer.OBJECT_READS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gatehouse.audit.Actor;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.audit.Channel;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.Outcome;
import org.gatehouse.audit.TestOperator;
import org.gatehouse.platform.database.Database;
import org.gatehouse.testing.TestDatabases;
import org.junit.jupiter.api.Test;

class ServerMonitorTest {
    private final TestCatalog world = TestCatalog.with(new Database(TestDatabases.empty()));
    private final ServerUsage usage = new ServerUsage();
    private final ServerMonitor monitor = new ServerMonitor(OBJECT_READS, world.activeServers(), usage, world.activation(), TestOperator.acts());

    @Test
    void switchesTheServer() {
        assertThat(monitor.isActive()).isFalse();

        monitor.activate();

        assertThat(monitor.isActive()).isTrue();

        monitor.deactivate();

        assertThat(monitor.isActive()).isFalse();
    }

    @Test
    void listsAndSwitchesAnyServer() {
        ServersMonitor all = new ServersMonitor(world.servers(), world.activeServers(), world.activation(), TestOperator.acts());

        all.activate("platform/object-deletes");

        assertThat(all.getServers()).hasSize(StandardServer.values().length)
                .contains(new McpServersMXBean.Server("platform/object-deletes", "Object Deletes", "", true))
                .filteredOn(McpServersMXBean.Server::active).hasSize(1);
        all.deactivate("platform/object-deletes");
        assertThat(all.getServers()).noneMatch(McpServersMXBean.Server::active);
    }

    @Test
    void countsToolCallsOfItsServerByOutcome() {
        usage.count(event("platform/object-reads", "tools/call", Outcome.SUCCESS));
        usage.count(event("platform/object-reads", "tools/call", Outcome.REFUSED));
        usage.count(event("platform/object-reads", "tools/call", Outcome.FAILED));
        usage.count(event("platform/object-reads", "tools/list", Outcome.REFUSED));
        usage.count(event("platform/object-all", "tools/call", Outcome.SUCCESS));
        usage.count(event("custom/anything", "tools/call", Outcome.REFUSED));

        assertThat(monitor.getCallCount()).isEqualTo(3);
        assertThat(monitor.getRefusedCount()).isEqualTo(1);
        assertThat(monitor.getFailedCount()).isEqualTo(1);
    }

    private static AuditEvent event(String server, String method, Outcome outcome) {
        return new AuditEvent(
                Instant.EPOCH, EventType.API_TOTAL_USAGE, "r-1", new Actor(null, null, null, null, null), Channel.INSIDE, server, method, null, null,
                List.of(), List.of(), null, null, outcome, 200, null, Duration.ZERO, null);
    }
}
