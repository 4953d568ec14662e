package org.gatehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gatehouse.catalog.StandardServer.OBJECT_ALL;
import static org.gatehouse.platform.database.schema.Tables.AUDIT_EVENT;
import static org.gatehouse.platform.database.schema.Tables.RECENT_RECORD;

import java.time.Instant;
import org.gatehouse.audit.Actor;
import org.gatehouse.audit.AuditDraft;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.audit.Channel;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.Outcome;
import org.gatehouse.audit.RecordedEvents;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.testing.SampleWorld.Product;
import org.gatehouse.testing.TestDatabases;
import org.gatehouse.testing.TestPostgres;
import org.gatehouse.testing.Transactions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A change and its event: both or neither. */
class ChangeAuditTest {
    private final RecordedEvents events = new RecordedEvents();

    @ParameterizedTest
    @EnumSource(Product.class)
    void aChangeLeavesItsEventInItsOwnTransaction(Product product) {
        var world = new World(product);

        world.call("goes well");

        assertThat(world.changes()).isEqualTo(1);
        assertThat(world.database.sql().selectFrom(AUDIT_EVENT).fetch()).singleElement().satisfies(row -> {
            assertThat(row.get(AUDIT_EVENT.OUTCOME)).isEqualTo("SUCCESS");
            assertThat(row.get(AUDIT_EVENT.RECORD_IDS)).isEqualTo("001000000000000001");
        });
        assertThat(events.all()).as("told once, written by nobody else").extracting(AuditEvent::outcome).containsExactly(Outcome.SUCCESS);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void u03NothingIsDoneIfItsEventCannotBeWritten(Product product) {
        var world = new World(product);
        world.database.sql().execute("ALTER TABLE \"gatehouse\".\"audit_event\" ADD CONSTRAINT \"full\" CHECK (\"outcome\" <> 'SUCCESS')");

        var refused = catchThrowableOfType(ProblemException.class, () -> world.call("goes well"));

        assertThat(refused.problem()).isEqualTo(new Problem.Internal("r-1"));
        assertThat(world.changes()).isZero();
        assertThat(events.all()).extracting(AuditEvent::outcome).containsExactly(Outcome.FAILED);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void u04TheEventOfARefusalSurvivesTheRollback(Product product) {
        var world = new World(product);

        var refused = catchThrowableOfType(ProblemException.class, () -> world.call("refuse"));

        assertThat(refused.problem()).isInstanceOf(Problem.Conflict.class);
        assertThat(world.changes()).as("rolled back").isZero();
        assertThat(world.database.sql().fetchCount(AUDIT_EVENT)).as("nothing left by the transaction").isZero();
        assertThat(events.all()).extracting(AuditEvent::outcome).as("written outside of it").containsExactly(Outcome.REFUSED);
    }

    /** A tool that changes something, called as the container calls it. */
    private final class World {
        private final Transactions transactions;
        private final Database database;
        private final TestCatalog catalog;

        World(Product product) {
            transactions = new Transactions(
                    switch (product) {
                        case H2 -> TestDatabases.empty();
                        case POSTGRESQL -> TestPostgres.empty();
                    });
            database = new Database(transactions.dataSource());
            catalog = TestCatalog.with(database, FakeTool.answering("createRecord", Tier.WRITE, this::change)).active(OBJECT_ALL);
            // Activation left an event of its own.
            database.sql().deleteFrom(AUDIT_EVENT).execute();
        }

        void call(String how) {
            var audit = new AuditDraft(EventType.API_TOTAL_USAGE, "r-1", new Actor("u", "ada", "inspector", "g", "192.0.2.1"), Channel.INSIDE);
            var server = catalog.catalog().require(catalog.caller(OBJECT_ALL, "mcp_api"), OBJECT_ALL.serverName());
            events.run(audit, () -> transactions.run(() -> catalog.invoker().invoke(server, "createRecord", Json.object().put("q", how), new SilentDialogue(), audit)));
        }

        int changes() {
            return database.sql().fetchCount(RECENT_RECORD);
        }

        private ToolResult change(ToolCall call) {
            database.sql().insertInto(RECENT_RECORD).values("u", "Account", "001000000000000001", Instant.EPOCH).execute();
            call.noteRecord("001000000000000001");
            if (call.arguments().path("q").asText().equals("refuse")) {
                throw new ProblemException(new Problem.Conflict("Somebody else was faster."));
            }
            return new ToolResult(Json.object().put("echo", "done"), "done");
        }
    }
}
