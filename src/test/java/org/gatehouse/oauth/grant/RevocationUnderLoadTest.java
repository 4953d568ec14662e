package org.gatehouse.oauth.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.oauth.OAuthWorld.BOB;
import static org.gatehouse.oauth.OAuthWorld.READS;
import static org.gatehouse.oauth.grant.OAuthServer.error;
import static org.gatehouse.oauth.grant.OAuthServer.issued;
import static org.gatehouse.platform.database.schema.Tables.OAUTH_GRANT;
import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.generateSeries;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.gatehouse.oauth.OAuthWorld;
import org.gatehouse.testing.SampleWorld.Product;
import org.gatehouse.testing.TestDatabases;
import org.gatehouse.testing.TestPostgres;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Attack R03: a hundred thousand connections end while some of them are refreshed all the time. */
class RevocationUnderLoadTest {
    private static final int CONNECTIONS = 100_000;
    private static final int AGENTS = 4;
    private static final Duration WHOEVER_ASKS_WAITS = Duration.ofSeconds(1);

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource
    void r03LeavesNoSurvivorAndLetsNobodyWait(Product product) {
        var server = new OAuthServer(new OAuthWorld(home, switch (product) {
            case H2 -> TestDatabases.empty();
            case POSTGRESQL -> TestPostgres.empty();
        }));
        var world = server.world;
        insert(world);
        var bulk = new BulkRevocations(world.database, world.versions, world.clock);
        var stop = new AtomicBoolean();
        var known = new ConcurrentLinkedQueue<AccessTokenResponse>();
        var agents = IntStream.range(0, AGENTS).mapToObj(n -> server.connect()).map(first -> agent(server, first, known, stop)).toList();
        while (known.size() < 10 * AGENTS) {
            Thread.onSpinWait();
        }

        long begin = System.nanoTime();
        var revocation = world.transactions.run(() -> bulk.start(new RevocationTarget.Everything(), "admin"));
        Duration waited = Duration.ofNanos(System.nanoTime() - begin);

        // From here on, whatever an agent has got by now opens nothing.
        List<AccessTokenResponse> got = new ArrayList<>(known);
        assertThat(got).allSatisfy(tokens -> assertThat(error(server.token(server.refreshment(tokens)))).isEqualTo("invalid_grant"));
        assertThat(agents).allSatisfy(agent -> assertThat(agent).succeedsWithin(Duration.ofSeconds(20)));
        stop.set(true);
        assertThat(new Usage(world.database).clients()).allSatisfy(client -> assertThat(client.connections()).isZero());
        assertThat(waited).isLessThan(WHOEVER_ASKS_WAITS);
        System.out.printf("%s: %d connections ended in %d ms%n", product, CONNECTIONS, waited.toMillis());
        while (world.transactions.run(bulk::step)) {
            assertThat(bulk.find(revocation.id()).orElseThrow().done()).isLessThanOrEqualTo(CONNECTIONS + AGENTS);
        }
        assertThat(world.database.sql().fetchCount(OAUTH_GRANT, OAUTH_GRANT.REVOKED_AT.isNull())).isZero();
    }

    /** Refreshes until that is refused. */
    private static CompletableFuture<Void> agent(
            OAuthServer server, AccessTokenResponse first, ConcurrentLinkedQueue<AccessTokenResponse> known, AtomicBoolean stop) {
        return CompletableFuture.runAsync(() -> {
            AccessTokenResponse present = first;
            while (!stop.get()) {
                known.add(present);
                TokenAnswer answer = server.token(server.refreshment(present));
                if (!error(answer).isEmpty()) {
                    return;
                }
                present = issued(answer);
            }
        });
    }

    private static void insert(OAuthWorld world) {
        var numbers = generateSeries(1, CONNECTIONS).as("numbers", "n");
        var number = numbers.field("n", Integer.class);
        world.database.sql()
                .insertInto(
                        OAUTH_GRANT, OAUTH_GRANT.ID, OAUTH_GRANT.CLIENT_ID, OAUTH_GRANT.USER_ID, OAUTH_GRANT.RESOURCE, OAUTH_GRANT.SCOPE,
                        OAUTH_GRANT.CREATED_AT, OAUTH_GRANT.ACCESS_VERSION, OAUTH_GRANT.USE_COUNT)
                .select(world.database.sql()
                        .select(
                                concat(inline("n"), cast(number, SQLDataType.VARCHAR(10))), inline("notebook"), inline(BOB), inline(READS),
                                inline("mcp_api.read"), val(Instant.EPOCH, OAUTH_GRANT.CREATED_AT), inline(1L), inline(0L))
                        .from(numbers))
                .execute();
    }
}
