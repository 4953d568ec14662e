package org.gatehouse.audit.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatehouse.audit.alert.AlertWorld.alert;
import static org.gatehouse.audit.alert.AlertWorld.freezing;
import static org.gatehouse.platform.database.schema.Tables.AUDIT_EVENT;
import static org.gatehouse.platform.database.schema.Tables.EVENT_ALERT_COUNT;
import static org.gatehouse.platform.database.schema.Tables.EVENT_ALERT_RAISED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.Outcome;
import org.gatehouse.testing.SampleWorld.Product;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What raises an alert, and what does not. */
class AlertEvaluationTest {
    private static final Duration LATER = Duration.ofMinutes(1);

    @ParameterizedTest
    @EnumSource(Product.class)
    void isRaisedWithTheEventThatReachesTheThresholdAndCountsEachPersonByThemselves(Product product) {
        var world = new AlertWorld(product);
        world.make(alert(3, 5, Each.PERSON));
        world.refused("ada", Duration.ZERO, 2);
        world.refused("bob", Duration.ZERO, 2);
        world.event("ada", Duration.ZERO, Outcome.SUCCESS, 1);
        assertThat(world.look()).isEmpty();

        world.refused("ada", LATER);

        assertThat(world.look()).singleElement().satisfies(raised -> {
            assertThat(raised.subject()).isEqualTo("id-ada");
            assertThat(raised.username()).isEqualTo("ada");
            assertThat(raised.clientId()).as("not what all of them have in common").isNull();
            assertThat(raised.times()).isEqualTo(3);
            assertThat(raised.text()).isEqualTo("test: 3 events in 5 minutes of the person ada");
        });
        assertThat(world.look()).as("nothing new").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Each.class)
    void countsWhatIsToBeCountedByItself(Each each) {
        var world = new AlertWorld(Product.H2);
        world.make(alert(4, 5, each));
        world.refused("ada", Duration.ZERO, 2);
        world.refused("bob", Duration.ZERO, 2);
        world.event(null, Duration.ZERO, Outcome.REFUSED, 1);

        List<String> raised = world.look().stream().map(it -> it.subject() + " " + it.times()).toList();

        assertThat(raised).isEqualTo(switch (each) {
            case ALL -> List.of(" 5");
            case ADDRESS -> List.of("192.0.2.7 4");
            case PERSON, APP, CONNECTION -> List.of();
        });
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void theWindowSlidesWithTheTimeOfTheEvents(Product product) {
        var world = new AlertWorld(product);
        world.make(alert(4, 1, Each.PERSON));
        world.refused("ada", Duration.ofSeconds(0), 2);
        world.refused("ada", Duration.ofSeconds(65), 2);
        assertThat(world.look()).as("more than a minute apart").isEmpty();

        world.refused("ada", Duration.ofSeconds(110), 2);

        assertThat(world.look()).as("across the turn of the clock's minute").singleElement().extracting(RaisedAlert::times).isEqualTo(4L);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void whatWasLeftLyingIsCountedAsItWouldHaveBeen(Product product) {
        var world = new AlertWorld(product);
        world.make(alert(3, 1, Each.PERSON));
        world.refused("ada", Duration.ZERO, 3);
        world.refused("ada", Duration.ofHours(5));

        assertThat(world.look()).as("although an event of hours later was read with them").hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void eventsFromBeforeTheAlertOrItsChangeDoNotCount(Product product) {
        var world = new AlertWorld(product);
        world.refused("ada", Duration.ZERO, 5);
        world.link();
        Alert made = world.make(alert(3, 5, Each.PERSON));
        assertThat(world.look()).isEmpty();

        world.refused("ada", LATER, 2);
        world.look();
        world.transactions.run(() -> world.service.update(made));
        world.refused("ada", LATER, 2);

        assertThat(world.look()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void anAlertThatIsOffIsNotRaised(Product product) {
        var world = new AlertWorld(product);
        Alert made = world.make(alert(1, 5, Each.PERSON));
        world.transactions.run(() -> world.service.update(
                new Alert("test", "", false, made.search(), 1, 5, Each.PERSON, false, made.version())));
        world.refused("ada", LATER, 2);

        assertThat(world.look()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void whoeverGoesOnRaisesItOnceInAWindow(Product product) {
        var world = new AlertWorld(product);
        world.make(alert(2, 5, Each.PERSON));
        world.refused("ada", Duration.ZERO, 2);
        assertThat(world.look()).hasSize(1);

        world.refused("ada", Duration.ofMinutes(4), 10);
        assertThat(world.look()).isEmpty();
        world.refused("ada", Duration.ofMinutes(6), 2);
        assertThat(world.look()).singleElement().extracting(RaisedAlert::times).isEqualTo(2L);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void anEventThatStandsForManyCountsAsMany(Product product) {
        var world = new AlertWorld(product);
        world.make(alert(40, 5, Each.PERSON));
        world.event("ada", Duration.ZERO, Outcome.REFUSED, 41);

        assertThat(world.look()).singleElement().extracting(RaisedAlert::times).isEqualTo(41L);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aRaisedAlertIsAnEventOfItsOwnWhichRaisesNothing(Product product) {
        var world = new AlertWorld(product);
        world.make(new Alert("test", "", true, AlertSearch.EVERYTHING, 1, 5, Each.ALL, false, null));
        world.link();
        world.evaluate();
        world.database.sql().deleteFrom(EVENT_ALERT_RAISED).execute();

        world.refused("ada", LATER);
        assertThat(world.look()).hasSize(1);
        world.database.sql().deleteFrom(EVENT_ALERT_RAISED).execute();

        assertThat(world.look()).as("only the alert's own event is new").isEmpty();
        assertThat(world.events(EventType.ALERT)).last().asString().contains("\"alert\":\"test\"", "\"times\":1", "\"threshold\":1", "\"frozen\":false");
        assertThat(world.database.sql().selectFrom(AUDIT_EVENT).where(AUDIT_EVENT.EVENT_TYPE.eq("Alert")).and(AUDIT_EVENT.SEAL.isNull()).fetch()).as("sealed like any").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void freezesTheConnectionWhoseEventsTheyWereAndNoOther(Product product) {
        var world = new AlertWorld(product);
        world.make(freezing(3));
        world.refused("ada", Duration.ZERO, 3);
        world.refused("bob", Duration.ZERO, 2);

        List<RaisedAlert> raised = world.look();

        assertThat(world.frozen).containsExactly("grant-of-ada by alert test");
        assertThat(raised).singleElement().satisfies(it -> {
            assertThat(it.frozen()).isTrue();
            assertThat(it.text()).isEqualTo("test: 3 events in 5 minutes of the connection of ada through app-of-ada (grant-of-ada); the connection is frozen");
        });
    }

    /** Once a freeze is lifted, nobody has to wait until the agent is stopped again. */
    @ParameterizedTest
    @EnumSource(Product.class)
    void freezesAgainWithinTheWindowIfItWasLiftedAndGoesOn(Product product) {
        var world = new AlertWorld(product);
        world.make(freezing(3));
        world.refused("ada", Duration.ZERO, 3);
        world.look();

        world.refused("ada", LATER, 2);
        assertThat(world.look()).as("the three that froze it do not count again").isEmpty();
        world.refused("ada", LATER);

        assertThat(world.look()).hasSize(1);
        assertThat(world.frozen).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void ifTheFreezeFailsNothingIsCountedAndItIsTriedAgain(Product product) {
        var world = new AlertWorld(product);
        world.make(freezing(3));
        world.refused("ada", Duration.ZERO, 3);
        ConnectionFreezes working = world.freezes;
        world.freezes = (connection, by) -> {
            throw new IllegalStateException("no");
        };

        assertThatThrownBy(world::look).hasMessage("no");
        assertThat(world.database.sql().fetchCount(EVENT_ALERT_COUNT)).isZero();
        world.freezes = working;

        assertThat(world.look()).singleElement().extracting(RaisedAlert::times).isEqualTo(3L);
        assertThat(world.frozen).hasSize(1);
        assertThat(world.events(EventType.ALERT)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void longChainsAreReadPieceByPieceAndWhole(Product product) {
        var world = new AlertWorld(product);
        world.make(alert(2_500, 60, Each.PERSON));
        world.refused("ada", Duration.ZERO, 2_500);

        assertThat(world.look()).singleElement().extracting(RaisedAlert::times).isEqualTo(2_500L);
    }

    /** Three nodes write, link and look at the same time. */
    @ParameterizedTest
    @EnumSource(Product.class)
    void inAClusterNoEventIsCountedTwiceAndNoneIsMissed(Product product) throws Exception {
        var first = new AlertWorld(product);
        first.make(alert(30, 60, Each.PERSON));
        List<AlertWorld> nodes = List.of(first, first.otherNode("node-2"), first.otherNode("node-3"));
        var writing = new AtomicBoolean(true);
        List<RaisedAlert> raised = new ArrayList<>();

        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<RaisedAlert>>> looking = nodes.stream().map(node -> executor.submit(() -> {
                List<RaisedAlert> found = new ArrayList<>();
                while (writing.get()) {
                    found.addAll(node.look());
                }
                return found;
            })).toList();
            List<Future<?>> writers = new ArrayList<>();
            for (AlertWorld node : nodes) {
                writers.add(executor.submit(() -> {
                    for (int i = 0; i < 200; i++) {
                        node.refused("person-" + i % 20, Duration.ZERO);
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            writing.set(false);
            for (Future<List<RaisedAlert>> node : looking) {
                raised.addAll(node.get());
            }
        }
        nodes.forEach(node -> raised.addAll(node.look()));

        assertThat(raised).as("each of twenty persons was refused thirty times").hasSize(20).allSatisfy(it -> assertThat(it.times()).isEqualTo(30));
        assertThat(first.database.sql().fetchCount(EVENT_ALERT_COUNT)).isZero();
    }
}
