package org.gatehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.platform.database.schema.Tables.AUDIT_EVENT;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.gatehouse.platform.database.Database;
import org.gatehouse.testing.TestAudit;
import org.gatehouse.testing.TestDatabases;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // The test stands in for the container that injects.
class AuditLogTest {
    private final Database database = new Database(TestDatabases.empty());

    @Test
    void keepsEventWhateverItsTextIsLike() {
        String wild = "x\n".repeat(100_000);
        AuditLog log = new AuditLog();
        log.rows = TestAudit.rows(database);

        log.write(new AuditEvent(
                Instant.parse("2026-11-22T10:00:00Z"), EventType.API_TOTAL_USAGE, "r-1", new Actor("u", "ada", "inspector", "g", wild),
                new Channel(Channel.Family.MCP, wild, wild), wild, wild, wild, new ArgumentsDigest(List.of(wild), "d"),
                Collections.nCopies(500, "Account"), Collections.nCopies(500, "001000000000000001"), 7L, new SetupChange(wild, wild),
                Outcome.REFUSED, 400, wild, Duration.ofNanos(1_234_567), wild));

        var row = database.sql().selectFrom(AUDIT_EVENT).fetchSingle();
        assertThat(row.get(AUDIT_EVENT.TOOL)).hasSize(128).startsWith("x\uFFFDx").doesNotContain("\n");
        assertThat(row.get(AUDIT_EVENT.SERVER)).hasSize(120);
        assertThat(row.get(AUDIT_EVENT.METHOD)).hasSize(80);
        assertThat(row.get(AUDIT_EVENT.OBJECTS)).hasSize(1000);
        assertThat(row.get(AUDIT_EVENT.OUTCOME)).isEqualTo("REFUSED");
        assertThat(row.get(AUDIT_EVENT.DURATION_MICROS)).isEqualTo(1_234);
        assertThat(row.get(AUDIT_EVENT.ROWS_RETURNED)).isEqualTo(7);
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        AuditLog log = new AuditLog();
        log.rows = TestAudit.rows(database);

        log.write(new AuditEvent(
                Instant.EPOCH, EventType.LOGIN, "r-2", new Actor(null, null, null, null, null), Channel.INSIDE, null, null, null, null, List.of(),
                List.of(), null, null, Outcome.SUCCESS, 200, null, Duration.ZERO, null));

        var row = database.sql().selectFrom(AUDIT_EVENT).fetchSingle();
        assertThat(row.get(AUDIT_EVENT.TOOL)).isNull();
        assertThat(row.get(AUDIT_EVENT.OBJECTS)).isNull();
    }
}
