package org.gatehouse.audit.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gatehouse.audit.Actor;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.audit.Channel;
import org.gatehouse.audit.EventRows;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.Outcome;
import org.gatehouse.audit.file.EventStatistics.Count;
import org.gatehouse.platform.database.Database;
import org.gatehouse.testing.SampleWorld.Product;
import org.gatehouse.testing.TestAudit;
import org.gatehouse.testing.TestDatabases;
import org.gatehouse.testing.TestPostgres;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The numbers of the dashboard. */
@SuppressWarnings("UnnecessaryAssignment") // The test stands in for the container that injects.
class EventStatisticsTest {
    private static final Instant FROM = Instant.parse("2026-11-22T10:00:00Z");
    private static final Channel MCP = new Channel(Channel.Family.MCP, "POST", "/mcp/v1/platform/object-reads");

    @ParameterizedTest
    @EnumSource(Product.class)
    void countsCallsByObjectAndErrorsByStatus(Product product) {
        var log = new Log(product);
        log.call(FROM.minusSeconds(1), "192.0.2.1", 200);
        log.call(FROM, "192.0.2.1", 200);
        log.call(FROM, "192.0.2.1", 404);
        log.call(FROM, "192.0.2.1", 403);
        log.call(FROM, "192.0.2.1", 404);

        var summary = log.statistics.since(FROM);

        assertThat(summary.calls()).isEqualTo(4);
        assertThat(summary.refused()).isEqualTo(3);
        assertThat(summary.objects()).containsExactly(new Count("Account", 4));
        assertThat(summary.statuses()).containsExactly(new Count("404", 2), new Count("403", 1));
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void listsTheAddressesThatHadNotComeForAMonth(Product product) {
        var log = new Log(product);
        log.call(FROM.minus(Duration.ofDays(29)), "192.0.2.1", 200);
        log.call(FROM.minus(Duration.ofDays(31)), "192.0.2.2", 200);
        for (String address : List.of("192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.3")) {
            log.call(FROM.plusSeconds(1), address, 200);
        }

        var summary = log.statistics.since(FROM);

        assertThat(summary.newAddresses()).containsExactly(new Count("192.0.2.3", 2), new Count("192.0.2.2", 1));
        assertThat(summary.addresses()).extracting(Count::name).contains("192.0.2.1");
    }

    private static final class Log {
        private final EventStatistics statistics = new EventStatistics();
        private final EventRows rows;

        Log(Product product) {
            Database database = new Database(
                    switch (product) {
                        case H2 -> TestDatabases.empty();
                        case POSTGRESQL -> TestPostgres.empty();
                    });
            rows = TestAudit.rows(database);
            statistics.database = database;
        }

        void call(Instant when, String address, int status) {
            boolean good = status == 200;
            rows.insert(new AuditEvent(
                    when, EventType.API_TOTAL_USAGE, "r-1", new Actor("005", "ada", "inspector", "g", address), MCP, "platform/object-reads", "tools/call", "soqlQuery", null,
                    List.of("Account"), List.of(), 1L, null, good ? Outcome.SUCCESS : Outcome.REFUSED, status, good ? null : "NOT_FOUND", Duration.ZERO, "2025-11-25"));
        }
    }
}
