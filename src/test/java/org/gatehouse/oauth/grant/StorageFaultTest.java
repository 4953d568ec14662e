package org.gatehouse.oauth.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.gatehouse.oauth.grant.OAuthServer.error;
import static org.gatehouse.oauth.grant.OAuthServer.issued;
import static org.gatehouse.platform.database.schema.Tables.CLIENT;
import static org.gatehouse.platform.database.schema.Tables.OAUTH_GRANT;
import static org.gatehouse.platform.database.schema.Tables.REFRESH_TOKEN;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.gatehouse.oauth.OAuthWorld;
import org.gatehouse.testing.Faults;
import org.gatehouse.testing.Faults.Moment;
import org.gatehouse.testing.SampleWorld.Product;
import org.gatehouse.testing.TestDatabases;
import org.gatehouse.testing.TestPostgres;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attack T22: the database fails at each statement of a token request, and at its commit, before or after doing what it was told. */
class StorageFaultTest {
    /** Fewer statements than a request has, so that a test in which nothing fails is noticed. */
    private static final int FEWEST_STEPS = 5;

    private final Faults faults = new Faults();

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({
        "H2, BEFORE, 0", "H2, AFTER, 0", "H2, BEFORE, 60", "H2, AFTER, 60", "POSTGRESQL, BEFORE, 0", "POSTGRESQL, AFTER, 0",
        "POSTGRESQL, BEFORE, 60", "POSTGRESQL, AFTER, 60"
    })
    void t22LeavesTheOldRefreshTokenGoodOrTheConnectionDead(Product product, Moment moment, int graceSeconds) {
        var server = server(product);
        server.world.set("inspector", CLIENT.REFRESH_GRACE_SECONDS, graceSeconds);

        int steps = failAtEachStep(server, moment, () -> server.refreshment(server.connect()));

        assertThat(steps).isGreaterThan(FEWEST_STEPS);
    }

    @ParameterizedTest
    @CsvSource({"H2, BEFORE", "H2, AFTER", "POSTGRESQL, BEFORE", "POSTGRESQL, AFTER"})
    void t22LeavesTheCodeGoodOrTheConnectionDead(Product product, Moment moment) {
        var server = server(product);

        int steps = failAtEachStep(server, moment, () -> server.redemption(server.code()));

        assertThat(steps).isGreaterThan(FEWEST_STEPS);
    }

    /** Sends a new request for each step that can fail, and then the same again. */
    private int failAtEachStep(OAuthServer server, Moment moment, Supplier<Map<String, List<String>>> requests) {
        for (int step = 1; ; step++) {
            server.world.database.sql().deleteFrom(REFRESH_TOKEN).execute();
            var request = requests.get();

            faults.failAt(step, moment);
            var failure = catchThrowable(() -> server.token(request));
            if (!faults.end()) {
                return step - 1;
            }

            assertThat(failure).as("step %d answers no tokens", step).isNotNull();
            assertSoundAfter(server, request, "step " + step);
        }
    }

    /** Nothing is half written: what is presented again gives the one line of tokens that lives, or there is none. */
    private static void assertSoundAfter(OAuthServer server, Map<String, List<String>> request, String step) {
        var again = server.token(request);

        if (error(again).isEmpty()) {
            assertThat(unused(server)).as(step + ": one line of tokens").isEqualTo(1);
            assertThat(error(server.token(server.refreshment(issued(again))))).as(step + ": and it lives").isEmpty();
            assertThat(unused(server)).as(step + ": still one").isEqualTo(1);
        } else {
            assertThat(error(again)).as(step).isEqualTo("invalid_grant");
            assertThat(standing(server)).as(step + ": the connection is dead").isZero();
        }
        server.world.database.sql().update(OAUTH_GRANT).set(OAUTH_GRANT.REVOKED_AT, server.world.clock.instant()).execute();
    }

    private static int unused(OAuthServer server) {
        return server.world.database.sql().fetchCount(REFRESH_TOKEN, REFRESH_TOKEN.USED_AT.isNull());
    }

    private static int standing(OAuthServer server) {
        return server.world.database.sql().fetchCount(OAUTH_GRANT, OAUTH_GRANT.REVOKED_AT.isNull());
    }

    private OAuthServer server(Product product) {
        return new OAuthServer(new OAuthWorld(home, faults.in(switch (product) {
            case H2 -> TestDatabases.empty();
            case POSTGRESQL -> TestPostgres.empty();
        })));
    }
}
