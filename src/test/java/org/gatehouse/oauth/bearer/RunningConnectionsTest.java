package org.gatehouse.oauth.bearer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gatehouse.oauth.OAuthWorld.ADA;
import static org.gatehouse.oauth.OAuthWorld.BOB;
import static org.gatehouse.oauth.OAuthWorld.READS;
import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.CLIENT;
import static org.gatehouse.platform.database.schema.Tables.OAUTH_GRANT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.generateSeries;
import static org.jooq.impl.DSL.table;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.gatehouse.oauth.OAuthWorld;
import org.gatehouse.oauth.token.ResourceIndicators;
import org.gatehouse.platform.database.CallOrigin;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.testing.SampleWorld.Product;
import org.gatehouse.testing.TestDatabases;
import org.gatehouse.testing.TestPostgres;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What runs when its connection ends; attacks R02 and V10, for calls that are under way. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RunningConnectionsTest {
    @TempDir
    Path home;

    enum End {
        ITSELF,
        ALL_OF_THE_CLIENT,
        ALL_OF_THE_PERSON,
        CLIENT_BLOCKED,
        PERSON_DISABLED,
        NO_LONGER_PERMITTED,
        SERVER_TAKEN_AWAY;

        /** Ends Ada's connection. */
        void in(OAuthWorld world) {
            var sql = world.database.sql();
            switch (this) {
                case ITSELF -> sql.update(OAUTH_GRANT).set(OAUTH_GRANT.REVOKED_AT, Instant.now()).where(OAUTH_GRANT.ID.eq("ada's")).execute();
                case ALL_OF_THE_CLIENT -> world.set("inspector", CLIENT.REVOKED_VERSION, world.versions.current(Topic.ACCESS) + 1);
                case ALL_OF_THE_PERSON ->
                    sql.update(APP_USER).set(APP_USER.REVOKED_VERSION, 1_000L).where(APP_USER.ID.eq(ADA)).execute();
                case CLIENT_BLOCKED -> world.disable("inspector");
                case PERSON_DISABLED -> world.deactivate(ADA);
                case NO_LONGER_PERMITTED -> world.withdrawPermissionSets(ADA);
                case SERVER_TAKEN_AWAY -> world.allowServer("inspector", "platform/object-all");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "H2, ITSELF", "H2, ALL_OF_THE_CLIENT", "H2, ALL_OF_THE_PERSON", "H2, CLIENT_BLOCKED", "H2, PERSON_DISABLED",
        "H2, NO_LONGER_PERMITTED", "H2, SERVER_TAKEN_AWAY", "POSTGRESQL, ITSELF", "POSTGRESQL, ALL_OF_THE_CLIENT",
        "POSTGRESQL, ALL_OF_THE_PERSON", "POSTGRESQL, CLIENT_BLOCKED", "POSTGRESQL, PERSON_DISABLED", "POSTGRESQL, NO_LONGER_PERMITTED",
        "POSTGRESQL, SERVER_TAKEN_AWAY"
    })
    void v10CancelsTheStatementOnWhicheverNodeItRunsAndAnswersARefusal(Product product, End end) throws Exception {
        var here = world(product);
        var there = here.otherNode();
        var call = call(() -> there.running.run(new CallOrigin("ada's", "ada", "inspector"), "call", () -> endless(there)));
        awaitEndless(here);

        end.in(here);
        lookUntilDone(there, call);

        var refusal = catchThrowableOfType(ExecutionException.class, () -> call.get(1, TimeUnit.MINUTES));
        assertThat(refusal).cause().isInstanceOfSatisfying(ProblemException.class, it -> {
            assertThat(it.problem()).isInstanceOf(Problem.InvalidToken.class);
            assertThat(it.problem().message()).isEqualTo("The connection ended while the call was running. Connect again.");
        });
        assertThat(there.running.connectionIds()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void leavesTheCallsOfOthersAlone(Product product) throws Exception {
        var world = world(product);
        var stop = new CountDownLatch(1);
        var bobs = call(() -> world.running.run(new CallOrigin("bob's", "bob", "inspector"), "call", () -> {
            await(stop);
            return world.database.sql().fetchCount(OAUTH_GRANT);
        }));
        while (!world.running.connectionIds().contains("bob's")) {
            Thread.sleep(5);
        }

        End.ITSELF.in(world);
        look(world);
        stop.countDown();

        assertThat(bobs.get(20, TimeUnit.SECONDS)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void runsNoFurtherStatementOfAnEndedCallEvenIfItFightsBack(Product product) {
        var world = world(product);
        var ran = new AtomicBoolean();

        var refusal = catchThrowable(() -> world.running.run(new CallOrigin("ada's", "ada", "inspector"), "call", () -> {
            End.ITSELF.in(world);
            look(world.otherNode());
            assertThat(world.database.sql().fetchCount(OAUTH_GRANT)).as("nobody has looked here yet").isEqualTo(2);
            world.running.end(Set.of("ada's"));
            try {
                world.database.sql().fetchCount(OAUTH_GRANT);
                ran.set(true);
            } catch (ProblemException expected) {
                // A tool that goes on regardless.
            }
            return "an answer";
        }));

        assertThat(ran).isFalse();
        assertThat(refusal).isInstanceOf(ProblemException.class).hasMessageStartingWith("INVALID_TOKEN");
    }

    @ParameterizedTest
    @EnumSource
    void leavesTheDatabaseConnectionGoodForTheNextCall(Product product) throws Exception {
        var world = world(product);
        var call = call(() -> world.running.run(new CallOrigin("ada's", "ada", "inspector"), "call", () -> endless(world)));
        awaitEndless(world);
        End.ITSELF.in(world);
        lookUntilDone(world, call);
        assertThat(call).failsWithin(Duration.ofSeconds(20));

        int answer = world.running.run(new CallOrigin("bob's", "bob", "inspector"), "call", () -> world.database.sql().fetchCount(OAUTH_GRANT));

        assertThat(answer).isEqualTo(2);
    }

    /** A call in a thread of its own: the common pool has one thread on a small machine. */
    private static <T> CompletableFuture<T> call(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> Thread.ofPlatform().daemon().start(task));
    }

    private OAuthWorld world(Product product) {
        var world = new OAuthWorld(home, switch (product) {
            case H2 -> TestDatabases.empty();
            case POSTGRESQL -> TestPostgres.empty();
        });
        grant(world, "ada's", ADA, "inspector");
        grant(world, "bob's", BOB, "notebook");
        return world;
    }

    /** What the timer does on a node. */
    private static void look(OAuthWorld node) {
        new RunningConnections(
                        node.running, new Connections(node.database), node.admission(), new ResourceIndicators(node.deployment, node.servers))
                .endWhatEnded();
    }

    /** As the timer does, again and again: a database forgets a cancellation that reaches it in the moment before a statement begins. */
    private static void lookUntilDone(OAuthWorld node, CompletableFuture<?> call) throws InterruptedException {
        while (!call.isDone()) {
            look(node);
            Thread.sleep(5);
        }
    }

    /** A statement of some hours. */
    private static int endless(OAuthWorld world) {
        return world.database.sql()
                .select(count())
                .from(generateSeries(1, 1_000_000).as("a", "x"), generateSeries(1, 1_000_000).as("b", "y"))
                .fetchSingle()
                .value1();
    }

    /** Waits until the database says that it runs the statement, so that what ends it is a cancellation and not a check before it. */
    private static void awaitEndless(OAuthWorld node) throws InterruptedException {
        var running = node.database.sql().dialect() == SQLDialect.H2
                ? table("information_schema.sessions where executing_statement like '%1000000%' and session_id <> session_id()")
                : table("pg_stat_activity where state = 'active' and datname = current_database() and query like '%generate_series%'"
                        + " and pid <> pg_backend_pid()");
        while (node.database.sql().fetchCount(running) == 0) {
            Thread.sleep(5);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void grant(OAuthWorld world, String id, String userId, String clientId) {
        world.database.sql()
                .insertInto(OAUTH_GRANT)
                .set(OAUTH_GRANT.ID, id)
                .set(OAUTH_GRANT.CLIENT_ID, clientId)
                .set(OAUTH_GRANT.USER_ID, userId)
                .set(OAUTH_GRANT.RESOURCE, READS)
                .set(OAUTH_GRANT.SCOPE, "mcp_api")
                .set(OAUTH_GRANT.CREATED_AT, world.clock.instant())
                .set(OAUTH_GRANT.ACCESS_VERSION, world.versions.current(Topic.ACCESS))
                .set(OAUTH_GRANT.USE_COUNT, 0L)
                .execute();
    }
}
