package org.gatehouse.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatehouse.platform.database.schema.Tables.AUDIT_EVENT;
import static org.gatehouse.platform.database.schema.Tables.AUDIT_LINK;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gatehouse.audit.Actor;
import org.gatehouse.audit.AuditEvents;
import org.gatehouse.audit.EventRows;
import org.gatehouse.audit.EventSeal;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.Requester;
import org.gatehouse.audit.chain.ChainVerification.Fault;
import org.gatehouse.audit.chain.ChainVerification.Kind;
import org.gatehouse.audit.chain.ChainVerification.NodeChain;
import org.gatehouse.platform.database.Database;
import org.gatehouse.testing.SampleWorld.Product;
import org.gatehouse.testing.TestAudit;
import org.gatehouse.testing.TestDatabases;
import org.gatehouse.testing.TestPostgres;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the owner of the database does to the event log, and what the verifier says. */
@SuppressWarnings("UnnecessaryAssignment") // The test stands in for the container that injects.
class ChainTest {
    @TempDir
    Path home;

    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @EnumSource(Product.class)
    void chainOfUntouchedEventsIsIntact(Product product) throws IOException {
        var log = new Log(product);
        log.write(2_500);

        ChainVerification verification = log.chain.verify();

        assertThat(verification.intact()).as("%s", verification).isTrue();
        assertThat(verification.chains()).singleElement().satisfies(chain -> {
            assertThat(chain.events()).isEqualTo(2_500);
            assertThat(chain.endConfirmed()).isTrue();
        });
        assertThat(verification.waiting()).isZero();
        assertThat(log.database.sql().fetchCount(AUDIT_LINK)).isEqualTo(2_500);
    }

    /** The timer extends the chain every second, and whoever verifies does so too. */
    @ParameterizedTest
    @EnumSource(Product.class)
    void extendingFromSeveralSidesAtOnceGivesEachEventOneLink(Product product) throws Exception {
        var log = new Log(product);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<ChainHead>>> sides = new ArrayList<>();
            for (int round = 0; round < 50; round++) {
                log.write(3);
                for (int side = 0; side < 4; side++) {
                    sides.add(executor.submit(log.chain::extend));
                }
            }
            for (Future<Optional<ChainHead>> side : sides) {
                side.get();
            }
        }

        ChainVerification verification = log.chain.verify();

        assertThat(verification.intact()).as("%s", verification).isTrue();
        assertThat(verification.chains()).singleElement().satisfies(chain -> {
            assertThat(chain.events()).isEqualTo(150);
            assertThat(chain.endConfirmed()).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void u07ChangedEventIsNamed(Product product) throws IOException {
        var log = new Log(product).linked(5);
        log.sql("UPDATE audit_event SET username = 'someone.else' WHERE id = " + log.id(3));

        assertThat(log.fault()).isEqualTo(new Place(Kind.EVENT_CHANGED, 3L, log.id(3)));
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void u07EventThatWasChangedAndSealedAnewByAnotherKeyIsNamed(Product product) throws IOException {
        var log = new Log(product).linked(5);
        log.sql("UPDATE audit_event SET seal = '" + "0".repeat(64) + "' WHERE id = " + log.id(4));

        assertThat(log.fault()).isEqualTo(new Place(Kind.EVENT_CHANGED, 4L, log.id(4)));
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void u07DeletedEventIsNamed(Product product) throws IOException {
        var log = new Log(product).linked(5);
        long gone = log.id(2);
        log.sql("DELETE FROM audit_event WHERE id = " + gone);

        assertThat(log.fault()).isEqualTo(new Place(Kind.EVENT_MISSING, 2L, gone));
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void u07EventThatWentWithItsLinkIsNamed(Product product) throws IOException {
        var log = new Log(product).linked(5);
        long gone = log.id(2);
        log.sql("DELETE FROM audit_event WHERE id = " + gone);
        log.sql("DELETE FROM audit_link WHERE event_id = " + gone);

        assertThat(log.fault()).isEqualTo(new Place(Kind.LINK_MISSING, 3L, log.id(2)));
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void u07EventsThatChangedPlacesAreNamed(Product product) throws IOException {
        var log = new Log(product).linked(5);
        log.sql("UPDATE audit_link SET event_id = -1 WHERE event_id = " + log.id(2));
        log.sql("UPDATE audit_link SET event_id = " + log.id(2) + " WHERE event_id = " + log.id(3));
        log.sql("UPDATE audit_link SET event_id = " + log.id(3) + " WHERE event_id = -1");

        assertThat(log.fault().kind()).isEqualTo(Kind.LINK_CHANGED);
        assertThat(log.fault().position()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void u07InsertedEventIsNamed(Product product) throws IOException {
        var log = new Log(product).linked(5);
        log.sql("INSERT INTO audit_event (occurred_at, event_type, request_id, outcome, duration_micros)"
                + " VALUES (TIMESTAMP WITH TIME ZONE '2026-11-22 09:59:59+00:00', 'Login', 'forged', 'SUCCESS', 1)");

        assertThat(log.fault().kind()).isEqualTo(Kind.EVENT_NOT_LINKED);
        assertThat(log.fault().event()).isEqualTo(log.id(6));
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void u07InsertedEventThatTheNodeLinkedIsNamed(Product product) throws IOException {
        var log = new Log(product).linked(5);
        log.sql("INSERT INTO audit_event (occurred_at, event_type, request_id, outcome, duration_micros, node, seal)"
                + " VALUES (TIMESTAMP WITH TIME ZONE '2026-11-22 09:59:59+00:00', 'Login', 'forged', 'SUCCESS', 1, 'node-1', 'guessed')");
        log.write(1);

        assertThat(log.fault()).isEqualTo(new Place(Kind.EVENT_CHANGED, 6L, log.id(6)));
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void cutEndIsNamedAndDoesNotGrowOver(Product product) throws IOException {
        var log = new Log(product).linked(5);
        log.sql("DELETE FROM audit_event WHERE id >= " + log.id(4));
        log.sql("DELETE FROM audit_link WHERE position >= 4");
        log.write(3);

        assertThatThrownBy(log.chain::extend).isInstanceOf(ChainBroken.class).hasMessageContaining("link 5");
        assertThat(log.fault()).isEqualTo(new Place(Kind.END_CUT, 3L, null));
        assertThat(log.database.sql().fetchCount(AUDIT_LINK)).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void logThatWasEmptiedIsNoticed(Product product) throws IOException {
        var log = new Log(product).linked(5);
        log.sql("DELETE FROM audit_event");
        log.sql("DELETE FROM audit_link");
        log.write(8);

        assertThat(log.fault()).isEqualTo(new Place(Kind.END_CUT, 0L, null));
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void chainThatWasMadeAnewWithAnotherKeyIsNoticed(Product product) throws IOException {
        var log = new Log(product).linked(5);
        log.sql("UPDATE audit_link SET hash = '" + "1".repeat(64) + "' WHERE position = 5");

        assertThat(log.fault()).isEqualTo(new Place(Kind.LINK_CHANGED, 5L, log.id(5)));
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void u09TwoNodesHaveAChainEach(Product product) throws IOException {
        var log = new Log(product).linked(3);
        var other = new Log(log.database, "node-2", home.resolve("other"));
        other.write(4);
        log.write(2);
        other.chain.extend();
        log.chain.extend();

        assertThat(log.chain.verify().chains()).extracting(NodeChain::node, NodeChain::events, NodeChain::endConfirmed).containsExactly(
                org.assertj.core.groups.Tuple.tuple("node-1", 5L, true), org.assertj.core.groups.Tuple.tuple("node-2", 4L, false));
        assertThat(other.chain.verify().intact()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void u05WhatANodeLeftBehindWhenItDiedIsLinkedByAnother(Product product) throws IOException {
        var log = new Log(product).linked(3);
        var dead = new Log(log.database, "node-2", home.resolve("other"));
        dead.write(2);
        log.chain.extend();
        assertThat(log.database.sql().fetchCount(AUDIT_LINK)).as("it may still come").isEqualTo(3);

        now = now.plus(Duration.ofMinutes(2));
        log.chain.extend();

        assertThat(log.database.sql().fetchCount(AUDIT_LINK)).isEqualTo(5);
        assertThat(log.chain.verify().intact()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void eventsFromBeforeTheFirstSealAreCountedAndNotJudged(Product product) throws IOException {
        var log = new Log(product);
        log.sql("INSERT INTO audit_event (occurred_at, event_type, request_id, outcome, duration_micros)"
                + " VALUES (TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00:00', 'Login', 'old', 'SUCCESS', 1)");
        log.linked(2);

        ChainVerification verification = log.chain.verify();

        assertThat(verification.intact()).as("%s", verification).isTrue();
        assertThat(verification.unsealed()).isEqualTo(1);
    }

    private record Place(Kind kind, @org.jspecify.annotations.Nullable Long position, @org.jspecify.annotations.Nullable Long event) {}

    private final class Log {
        private final Database database;
        private final AuditEvents events;
        private final ChainService chain = new ChainService();

        Log(Product product) {
            this(
                    new Database(
                            switch (product) {
                                case H2 -> TestDatabases.empty();
                                case POSTGRESQL -> TestPostgres.empty();
                            }),
                    "node-1", home.resolve("audit"));
        }

        Log(Database database, String node, Path directory) {
            this.database = database;
            EventSeal seal = TestAudit.seal(node);
            events = new AuditEvents(new EventRows(database, seal), new Requester(), () -> now);
            StoredChain stored = new StoredChain();
            stored.database = database;
            stored.seal = seal;
            stored.chain = new EventChain(database, seal, () -> now);
            chain.stored = stored;
            chain.seal = seal;
            chain.headFile = new HeadFile(directory, node);
            chain.turn = new ChainTurn();
            chain.clock = () -> now;
        }

        void write(int count) {
            for (int i = 0; i < count; i++) {
                events.done(EventType.LOGIN, "password", new Actor("005", "ada", null, null, "192.0.2.1"), List.of());
            }
        }

        Log linked(int count) throws IOException {
            write(count);
            chain.extend();
            return this;
        }

        /** The number of the n-th event that there is now. */
        long id(int n) {
            return database.sql().select(AUDIT_EVENT.ID).from(AUDIT_EVENT).orderBy(AUDIT_EVENT.ID).limit(1).offset(n - 1).fetchSingle().value1();
        }

        void sql(String statement) {
            database.sql().execute(statement.replace("audit_", "gatehouse.audit_"));
        }

        Place fault() throws IOException {
            Fault fault = Objects.requireNonNull(chain.verify().firstFault());
            return new Place(fault.kind(), fault.position(), fault.eventId());
        }
    }
}
