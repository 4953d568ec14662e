package org.gatehouse.oauth.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.oauth.OAuthWorld.ADA;
import static org.gatehouse.oauth.grant.OAuthServer.error;
import static org.gatehouse.oauth.grant.OAuthServer.issued;
import static org.gatehouse.oauth.grant.OAuthServer.refreshToken;
import static org.gatehouse.platform.database.schema.Tables.CLIENT;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.oauth.OAuthWorld;
import org.gatehouse.testing.TestPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Attacks T02, T11 and R02 on two nodes: two of everything but the PostgreSQL database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesTest {
    private static final int THREADS = 50;
    private static final int ROUNDS = 10;

    private OAuthWorld world;
    private OAuthServer here;
    private OAuthServer there;

    @BeforeAll
    void open(@TempDir Path home) {
        world = new OAuthWorld(home, TestPostgres.empty());
        here = new OAuthServer(world);
        there = new OAuthServer(world.otherNode());
    }

    @RepeatedTest(ROUNDS)
    void t02RedeemsACodeOnce() {
        var redemption = here.redemption(here.code());

        List<TokenAnswer> answers = onBoth(redemption);

        assertThat(answers).filteredOn(answer -> error(answer).isEmpty()).hasSizeLessThanOrEqualTo(1);
        assertThat(answers).filteredOn(answer -> error(answer).equals("invalid_grant")).hasSizeGreaterThanOrEqualTo(THREADS - 1);
    }

    @RepeatedTest(ROUNDS)
    void t11ExchangesARefreshTokenOnceWithoutGrace() {
        world.set("inspector", CLIENT.REFRESH_GRACE_SECONDS, 0);
        var refreshment = here.refreshment(there.connect());

        List<TokenAnswer> answers = onBoth(refreshment);

        assertThat(answers).filteredOn(answer -> error(answer).isEmpty()).hasSizeLessThanOrEqualTo(1);
    }

    @RepeatedTest(ROUNDS)
    void t11HasOneSuccessorWithGrace() {
        world.set("inspector", CLIENT.REFRESH_GRACE_SECONDS, 60);
        var refreshment = there.refreshment(here.connect());

        List<TokenAnswer> answers = onBoth(refreshment);

        assertThat(answers).allSatisfy(answer -> assertThat(error(answer)).isEmpty());
        assertThat(answers.stream().map(answer -> refreshToken(issued(answer))).distinct()).hasSize(1);
    }

    @Test
    void r02EndsARefreshTokenOfTheOtherNodeAtOnce() {
        var tokens = here.connect();

        new BulkRevocations(there.world.database, there.world.versions, world.clock).start(new RevocationTarget.OfPerson(ADA), "admin");

        assertThat(error(here.token(here.refreshment(tokens)))).isEqualTo("invalid_grant");
    }

    @Test
    void r02FollowsAPolicyThatTheOtherNodeWrote() {
        var tokens = here.connect();

        there.world.withdrawPermissionSets(ADA);

        assertThat(error(here.token(here.refreshment(tokens)))).isEqualTo("invalid_grant");
        there.world.lend(ADA, null);
    }

    private List<TokenAnswer> onBoth(Map<String, List<String>> request) {
        var turn = new AtomicInteger();
        return Parallel.times(THREADS, () -> (turn.getAndIncrement() % 2 == 0 ? here : there).token(request));
    }
}
