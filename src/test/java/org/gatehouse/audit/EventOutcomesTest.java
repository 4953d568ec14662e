package org.gatehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gatehouse.platform.database.schema.Tables.AUDIT_EVENT;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.testing.TestAudit;
import org.gatehouse.testing.TestDatabases;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever becomes of a call, the database has one row of it that tells. */
@SuppressWarnings("UnnecessaryAssignment") // The test stands in for the container that injects.
class EventOutcomesTest {
    private static final String MEGABYTE = "x".repeat(1_000_000);

    private final Database database = new Database(TestDatabases.empty());
    private final AuditLog log = new AuditLog();

    EventOutcomesTest() {
        log.rows = TestAudit.rows(database);
    }

    static Stream<Arguments> eachTypeAndEnding() {
        return Stream.of(EventType.values()).flatMap(type -> Stream.of(Ending.values()).map(ending -> Arguments.of(type, ending)));
    }

    @ParameterizedTest
    @MethodSource("eachTypeAndEnding")
    void u01EachTypeOfEventLeavesOneRowWhicheverWayTheCallEnds(EventType type, Ending ending) {
        AuditDraft draft = draft(type);

        Throwable thrown = catchThrowable(() -> new AuditTrail(log::write, InstantSource.system()).run(draft, () -> ending.end(draft)));

        assertThat(thrown == null).isEqualTo(ending == Ending.ALLOWED || ending == Ending.ANSWERED_WITH_REFUSAL);
        Record row = database.sql().selectFrom(AUDIT_EVENT).fetchSingle();
        assertThat(row.get(AUDIT_EVENT.EVENT_TYPE)).isEqualTo(type.apiName());
        assertThat(row.get(AUDIT_EVENT.OUTCOME)).isEqualTo(ending.outcome.name());
        assertThat(row.get(AUDIT_EVENT.ERROR_CODE)).isEqualTo(ending.errorCode);
    }

    @Test
    void u16ARowTellsActorAppTokenAddressToolObjectsRecordsOutcomeDurationAndTrace() {
        AuditDraft draft = draft(EventType.API_TOTAL_USAGE);
        draft.server("platform/object-all");
        draft.method("tools/call");
        draft.tool("updateRecord");
        draft.object("Account");
        draft.record("001000000000000001");
        draft.traceId("4bf92f3577b34da6a3ce929d0e0e4736");

        log.write(draft.returned());

        Record row = database.sql().selectFrom(AUDIT_EVENT).fetchSingle();
        assertThat(row.get(AUDIT_EVENT.USER_ID)).isEqualTo("005000000000000001");
        assertThat(row.get(AUDIT_EVENT.USERNAME)).isEqualTo("ada");
        assertThat(row.get(AUDIT_EVENT.CLIENT_ID)).isEqualTo("inspector");
        assertThat(row.get(AUDIT_EVENT.GRANT_ID)).isEqualTo("grant");
        assertThat(row.get(AUDIT_EVENT.TOKEN_DIGEST)).isEqualTo("d1".repeat(32));
        assertThat(row.get(AUDIT_EVENT.CLIENT_ADDRESS)).isEqualTo("192.0.2.1");
        assertThat(row.get(AUDIT_EVENT.TOOL)).isEqualTo("updateRecord");
        assertThat(row.get(AUDIT_EVENT.OBJECTS)).isEqualTo("Account");
        assertThat(row.get(AUDIT_EVENT.RECORD_IDS)).isEqualTo("001000000000000001");
        assertThat(row.get(AUDIT_EVENT.OUTCOME)).isEqualTo("SUCCESS");
        assertThat(row.get(AUDIT_EVENT.DURATION_MICROS)).isNotNegative();
        assertThat(row.get(AUDIT_EVENT.TRACE_ID)).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(row.get(AUDIT_EVENT.SEAL)).isEqualTo(TestAudit.seal().of(row));
    }

    @Test
    void u16TraceAndTokenAreUnderTheSeal() {
        log.write(draft(EventType.API_TOTAL_USAGE).returned());
        Record row = database.sql().selectFrom(AUDIT_EVENT).fetchSingle();

        assertThat(row.get(AUDIT_EVENT.TRACE_ID)).as("a call that nobody traces is a trace of its own").isEqualTo("0f8fad5bd9cb469fa16570867728950e");
        row.set(AUDIT_EVENT.TRACE_ID, "0".repeat(32));
        assertThat(TestAudit.seal().of(row)).isNotEqualTo(row.get(AUDIT_EVENT.SEAL));
        row = database.sql().selectFrom(AUDIT_EVENT).fetchSingle();
        row.set(AUDIT_EVENT.TOKEN_DIGEST, "d2".repeat(32));
        assertThat(TestAudit.seal().of(row)).isNotEqualTo(row.get(AUDIT_EVENT.SEAL));
    }

    @Test
    void u18AMegabyteIsCutAndItsHashTellsItFromOthers() {
        write(MEGABYTE + "one");
        write(MEGABYTE + "one");
        write(MEGABYTE + "other");

        List<? extends Record> rows = database.sql().selectFrom(AUDIT_EVENT).orderBy(AUDIT_EVENT.ID).fetch();
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.get(AUDIT_EVENT.TOOL)).hasSize(128).startsWith("xxx").matches("x+\u2026#[0-9a-f]{16}");
            assertThat(row.get(AUDIT_EVENT.OBJECTS)).hasSize(1000).matches("x+\u2026#[0-9a-f]{16}");
            assertThat(row.get(AUDIT_EVENT.AFTER_VALUE)).hasSize(8000).matches("x+\u2026#[0-9a-f]{16}");
        });
        assertThat(rows.get(0).get(AUDIT_EVENT.TOOL)).isEqualTo(rows.get(1).get(AUDIT_EVENT.TOOL)).isNotEqualTo(rows.get(2).get(AUDIT_EVENT.TOOL));
    }

    @Test
    void u21WhereTheLogIsFullTheCallFailsAndOperatorsAreToldOnceUntilItIsWrittenAgain() {
        var unwritten = new UnwrittenEvents();
        List<String> alarms = new ArrayList<>();
        unwritten.alarm(alarms::add);
        database.sql().execute("ALTER TABLE \"gatehouse\".\"audit_event\" ADD CONSTRAINT \"full\" CHECK (\"outcome\" = 'no room')");
        var trail = new AuditTrail(event -> unwritten.watch(() -> log.write(event)), InstantSource.system());

        for (int i = 0; i < 2; i++) {
            var refused = catchThrowableOfType(ProblemException.class, () -> trail.run(draft(EventType.API_TOTAL_USAGE), () -> "answer"));
            assertThat(refused.problem()).isInstanceOf(Problem.Internal.class);
        }

        assertThat(alarms).hasSize(1);
        assertThat(unwritten.count()).isEqualTo(2);
        database.sql().execute("ALTER TABLE \"gatehouse\".\"audit_event\" DROP CONSTRAINT \"full\"");
        assertThat(trail.run(draft(EventType.API_TOTAL_USAGE), () -> "answer")).isEqualTo("answer");
        database.sql().execute("DROP TABLE \"gatehouse\".\"audit_event\"");
        assertThatThrownBy(() -> trail.run(draft(EventType.API_TOTAL_USAGE), () -> "answer")).isInstanceOf(ProblemException.class);
        assertThat(alarms).as("it was written in between").hasSize(2);
    }

    private void write(String text) {
        log.write(new AuditEvent(
                Instant.EPOCH, EventType.API_TOTAL_USAGE, "r-1", new Actor(null, null, null, null, null), Channel.INSIDE, text, text, text,
                new ArgumentsDigest(List.of(text), "d"), List.of(text), List.of(), null, new SetupChange(text, text), Outcome.REFUSED, 400, null,
                Duration.ZERO, null));
    }

    private AuditDraft draft(EventType type) {
        return new AuditDraft(
                type, "0f8fad5b-d9cb-469f-a165-70867728950e",
                new Actor("005000000000000001", "ada", "inspector", "grant", "192.0.2.1", "d1".repeat(32)), Channel.INSIDE);
    }

    enum Ending {
        ALLOWED(Outcome.SUCCESS, null) {
            @Override
            Object end(AuditDraft draft) {
                return "answer";
            }
        },
        ANSWERED_WITH_REFUSAL(Outcome.REFUSED, "METHOD_NOT_FOUND") {
            @Override
            Object end(AuditDraft draft) {
                draft.refused(200, "METHOD_NOT_FOUND");
                return "refusal";
            }
        },
        DENIED(Outcome.REFUSED, "INSUFFICIENT_ACCESS") {
            @Override
            Object end(AuditDraft draft) {
                throw new ProblemException(new Problem.InsufficientAccess("Not you."));
            }
        },
        ERROR(Outcome.FAILED, "INTERNAL_ERROR") {
            @Override
            Object end(AuditDraft draft) {
                throw new IllegalStateException("broken");
            }
        },
        TIMEOUT(Outcome.REFUSED, "LIMIT_EXCEEDED") {
            @Override
            Object end(AuditDraft draft) {
                throw new ProblemException(new Problem.LimitExceeded("It took too long."));
            }
        },
        CANCELLED(Outcome.REFUSED, "CANCELLED") {
            @Override
            Object end(AuditDraft draft) {
                throw new ProblemException(new Problem.Cancelled("The client gave up."));
            }
        };

        private final Outcome outcome;
        private final @Nullable String errorCode;

        Ending(Outcome outcome, @Nullable String errorCode) {
            this.outcome = outcome;
            this.errorCode = errorCode;
        }

        abstract Object end(AuditDraft draft) throws Exception;
    }
}
