package org.gatehouse.oauth.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.oauth.grant.OAuthServer.error;
import static org.gatehouse.oauth.grant.OAuthServer.issued;
import static org.gatehouse.oauth.grant.OAuthServer.refreshToken;
import static org.gatehouse.platform.database.schema.Tables.CLIENT;

import java.nio.file.Path;
import java.util.List;
import org.gatehouse.oauth.OAuthWorld;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Attacks T02 and T11: fifty at once, a hundred times. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParallelTokenTest {
    private static final int THREADS = 50;
    private static final int ROUNDS = 100;

    private OAuthWorld world;
    private OAuthServer server;

    @BeforeAll
    void open(@TempDir Path home) {
        world = new OAuthWorld(home);
        server = new OAuthServer(world);
    }

    @RepeatedTest(ROUNDS)
    void t02RedeemsACodeOnce() {
        var redemption = server.redemption(server.code());

        List<TokenAnswer> answers = Parallel.times(THREADS, () -> server.token(redemption));

        assertThat(answers).filteredOn(answer -> error(answer).isEmpty()).hasSizeLessThanOrEqualTo(1);
        assertThat(answers).filteredOn(answer -> error(answer).equals("invalid_grant")).hasSizeGreaterThanOrEqualTo(THREADS - 1);
    }

    @RepeatedTest(ROUNDS)
    void t11ExchangesARefreshTokenOnceWithoutGrace() {
        world.set("inspector", CLIENT.REFRESH_GRACE_SECONDS, 0);
        var refreshment = server.refreshment(server.connect());

        List<TokenAnswer> answers = Parallel.times(THREADS, () -> server.token(refreshment));

        assertThat(answers).filteredOn(answer -> error(answer).isEmpty()).hasSizeLessThanOrEqualTo(1);
    }

    @RepeatedTest(ROUNDS)
    void t11HasOneSuccessorWithGrace() {
        world.set("inspector", CLIENT.REFRESH_GRACE_SECONDS, 60);
        var refreshment = server.refreshment(server.connect());

        List<TokenAnswer> answers = Parallel.times(THREADS, () -> server.token(refreshment));

        assertThat(answers).allSatisfy(answer -> assertThat(error(answer)).isEmpty());
        assertThat(answers.stream().map(answer -> refreshToken(issued(answer))).distinct()).hasSize(1);
    }
}
