package org.gatehouse.oauth.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.platform.database.schema.Tables.CLIENT;
import static org.gatehouse.platform.database.schema.Tables.OAUTH_GRANT;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.oauth.OAuthWorld;
import org.gatehouse.platform.network.ClientAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that made themselves known and were never used go after thirty days. */
class UnusedClientsTest {
    private final Registrations world;
    private final String id;

    UnusedClientsTest(@TempDir Path home) {
        world = Registrations.in(home, "open");
        var answer = world.service.register(
                Registrations.bytes("{\"client_name\":\"x\",\"redirect_uris\":[\"http://127.0.0.1/cb\"]}"), ClientAddress.UNKNOWN);
        id = Registrations.text(((RegistrationAnswer.Registered) answer).information(), "client_id");
    }

    @Test
    void removesAClientThatNobodyUsed() {
        world.world.clock.advance(Duration.ofDays(30).plusSeconds(1));

        assertThat(world.unused.find()).containsExactly(id);
        assertThat(world.service.removeUnused(id)).isTrue();

        assertThat(world.world.clients.find(id)).isEmpty();
    }

    @Test
    void keepsAClientUntilItsTimeIsOver() {
        world.world.clock.advance(Duration.ofDays(30).minusSeconds(1));

        assertThat(world.unused.find()).isEmpty();
        assertThat(world.service.removeUnused(id)).isFalse();
    }

    @Test
    void keepsAClientThatAPersonConnected() {
        world.world.clock.advance(Duration.ofDays(31));
        world.world.database.sql().insertInto(OAUTH_GRANT)
                .set(OAUTH_GRANT.ID, "g").set(OAUTH_GRANT.CLIENT_ID, id).set(OAUTH_GRANT.USER_ID, OAuthWorld.ADA)
                .set(OAUTH_GRANT.RESOURCE, OAuthWorld.READS).set(OAUTH_GRANT.SCOPE, "mcp_api.read")
                .set(OAUTH_GRANT.CREATED_AT, world.world.clock.instant()).set(OAUTH_GRANT.USE_COUNT, 0L).execute();

        assertThat(world.unused.find()).isEmpty();
        assertThat(world.service.removeUnused(id)).isFalse();
    }

    @Test
    void keepsAClientThatAnAdministratorTouchedSoThatABlockIsNotForgotten() {
        world.world.clock.advance(Duration.ofDays(31));
        world.world.database.sql().update(CLIENT).set(CLIENT.ENABLED, false).set(CLIENT.ROW_VERSION, CLIENT.ROW_VERSION.plus(1)).where(CLIENT.CLIENT_ID.eq(id)).execute();

        assertThat(world.unused.find()).isEmpty();
        assertThat(world.service.removeUnused(id)).isFalse();
    }

    @Test
    void keepsWhatAnAdministratorEntered() {
        world.world.clock.advance(Duration.ofDays(1_000));

        assertThat(world.unused.find()).containsExactly(id);
        assertThat(world.service.removeUnused("inspector")).isFalse();
        assertThat(world.world.clients.find("inspector")).isPresent();
    }

    @Test
    void letsOneNodeAtATimeLook() {
        world.world.clock.advance(Duration.ofHours(1));
        var turns = new AtomicInteger();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                threads.execute(() -> turns.addAndGet(world.unused.takeTurn(Duration.ofMinutes(55)) ? 1 : 0));
            }
        }

        assertThat(turns).hasValue(1);
        world.world.clock.advance(Duration.ofMinutes(55));
        assertThat(world.unused.takeTurn(Duration.ofMinutes(55))).isTrue();
    }
}
