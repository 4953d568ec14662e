package org.gatehouse.oauth.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.oauth.grant.OAuthServer.error;
import static org.gatehouse.oauth.grant.OAuthServer.issued;
import static org.gatehouse.oauth.grant.OAuthServer.refreshToken;
import static org.gatehouse.platform.database.schema.Tables.CLIENT;
import static org.gatehouse.platform.database.schema.Tables.ORGANIZATION;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.gatehouse.oauth.OAuthWorld;
import org.gatehouse.platform.network.ClientAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the app policy and the organisation say about refreshing; attacks T11, T15 and T17. */
class RefreshPolicyTest {
    private static final ClientAddress ELSEWHERE = ClientAddress.parse("198.51.100.1").orElseThrow();

    private final OAuthWorld world;
    private final OAuthServer server;

    RefreshPolicyTest(@TempDir Path home) {
        world = new OAuthWorld(home);
        server = new OAuthServer(world);
    }

    @Test
    void t15EndsAtItsMomentHoweverOftenItIsRefreshed() {
        policy("SpecificLifetime", 30, "Days");
        var tokens = server.connect();
        world.clock.advance(Duration.ofDays(20));
        tokens = refreshed(tokens);

        world.clock.advance(Duration.ofDays(10).minusSeconds(1));
        tokens = refreshed(tokens);
        world.clock.advance(Duration.ofSeconds(1));

        assertThat(error(server.token(server.refreshment(tokens)))).isEqualTo("invalid_grant");
    }

    @Test
    void t15SlidesWithEachUseWhereOnlyDisuseEndsIt() {
        policy("SpecificInactivity", 2, "Hours");
        var tokens = server.connect();
        for (int i = 0; i < 5; i++) {
            world.clock.advance(Duration.ofHours(2).minusSeconds(1));
            tokens = refreshed(tokens);
        }

        world.clock.advance(Duration.ofHours(2));

        assertThat(error(server.token(server.refreshment(tokens)))).isEqualTo("invalid_grant");
    }

    @Test
    void t15NeverSlidesPastTheLimitOfTheOrganization() {
        policy("SpecificInactivity", 2, "Months");
        world.setOrganization(ORGANIZATION.MAX_CONNECTION_DAYS, 40);
        var tokens = server.connect();
        world.clock.advance(Duration.ofDays(30));
        tokens = refreshed(tokens);

        world.clock.advance(Duration.ofDays(10));

        assertThat(error(server.token(server.refreshment(tokens)))).isEqualTo("invalid_grant");
    }

    @Test
    void t15LastsUntilRevokedWhereThePolicySaysSo() {
        policy("Infinite", 1, "Hours");
        world.setOrganization(ORGANIZATION.MAX_CONNECTION_DAYS, null);
        var tokens = server.connect();

        world.clock.advance(Duration.ofDays(4_000));

        assertThat(error(server.token(server.refreshment(tokens)))).isEmpty();
    }

    @Test
    void t15GivesNoRefreshTokenWhereItExpiresImmediately() {
        policy("Zero", 1, "Hours");

        assertThat(server.connect().getTokens().getRefreshToken()).isNull();
    }

    @Test
    void t15RefusesAnOlderRefreshTokenWhereItNowExpiresImmediately() {
        var tokens = server.connect();

        policy("Zero", 1, "Hours");

        assertThat(error(server.token(server.refreshment(tokens)))).isEqualTo("invalid_grant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forever", "zero", ""})
    void disablesAClientWhosePolicyIsNotUnderstood(String policy) {
        var tokens = server.connect();

        policy(policy, 1, "Hours");

        assertThat(error(server.token(server.refreshment(tokens)))).isEqualTo("invalid_client");
    }

    @Test
    void makesAccessTokensNoLongerThanTheOrganizationAllows() {
        world.setOrganization(ORGANIZATION.MAX_ACCESS_TOKEN_MINUTES, 5);

        assertThat(server.connect().getTokens().getAccessToken().getLifetime()).isEqualTo(300);
    }

    @Test
    void t11GivesOneSuccessorToAllWhoComeWithinTheGrace() {
        world.set("inspector", CLIENT.REFRESH_GRACE_SECONDS, 60);
        var refreshment = server.refreshment(server.connect());

        var answers = Parallel.times(50, () -> server.token(refreshment));

        assertThat(answers).allSatisfy(answer -> assertThat(error(answer)).isEmpty());
        assertThat(answers).map(answer -> refreshToken(issued(answer))).containsOnly(refreshToken(issued(answers.getFirst())));
    }

    @Test
    void t10EndsTheConnectionWhenATokenComesAgainAfterTheGrace() {
        world.set("inspector", CLIENT.REFRESH_GRACE_SECONDS, 60);
        var first = server.connect();
        var second = refreshed(first);
        world.clock.advance(Duration.ofSeconds(59));
        assertThat(error(server.token(server.refreshment(first)))).isEmpty();
        world.clock.advance(Duration.ofSeconds(1));

        assertThat(error(server.token(server.refreshment(first)))).isEqualTo("invalid_grant");
        assertThat(error(server.token(server.refreshment(second)))).isEqualTo("invalid_grant");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "60, 60"})
    void t10EndsTheConnectionThoughTheClockOfAnotherNodeIsBehind(int graceSeconds, int behind) {
        world.set("inspector", CLIENT.REFRESH_GRACE_SECONDS, graceSeconds);
        var first = server.connect();
        var second = refreshed(first);

        world.clock.advance(Duration.ofSeconds(-behind));

        assertThat(error(server.token(server.refreshment(first)))).isEqualTo("invalid_grant");
        assertThat(error(server.token(server.refreshment(second)))).isEqualTo("invalid_grant");
    }

    @Test
    void t10EndsTheConnectionWhenATokenComesAgainAfterItsSuccessorWasUsed() {
        world.set("inspector", CLIENT.REFRESH_GRACE_SECONDS, 60);
        var first = server.connect();
        var third = refreshed(refreshed(first));

        assertThat(error(server.token(server.refreshment(first)))).isEqualTo("invalid_grant");
        assertThat(error(server.token(server.refreshment(third)))).isEqualTo("invalid_grant");
    }

    @Test
    void a29GivesALockedAccountNothingNew() {
        var redemption = server.redemption(server.code());
        var tokens = server.connect();

        server.locked.add(OAuthWorld.ADA);

        assertThat(error(server.token(redemption))).isEqualTo("invalid_grant");
        assertThat(error(server.token(server.refreshment(tokens)))).isEqualTo("invalid_grant");
        server.locked.clear();
        assertThat(error(server.token(server.refreshment(tokens)))).isEmpty();
    }

    @Test
    void t17RefusesFromOutsideTheRangesOfTheApp() {
        var tokens = server.connect();
        world.clientRange("inspector", "192.0.2.0", "192.0.2.255");

        assertThat(error(server.token(server.refreshment(tokens), ELSEWHERE))).isEqualTo("invalid_grant");
        assertThat(error(server.token(server.refreshment(tokens)))).isEmpty();
    }

    @Test
    void i13RefusesFromOutsideTheLoginRangesUnlessRelaxedForTokens() {
        var tokens = server.connect();
        world.loginRange("192.0.2.0", "192.0.2.255");

        assertThat(error(server.token(server.refreshment(tokens), ELSEWHERE))).isEqualTo("invalid_grant");

        world.set("inspector", CLIENT.IP_RELAXATION, "Enforce_RelaxRefresh");
        assertThat(error(server.token(server.refreshment(tokens), ELSEWHERE))).isEmpty();
    }

    @Test
    void t17RefusesAfterThePersonEndedTheConnection() {
        var tokens = server.connect();
        var usage = new Usage(world.database);

        new Disconnections(usage, server.grants, server.remembered).endOwn(OAuthWorld.ADA, usage.of(OAuthWorld.ADA).getFirst().id());

        assertThat(error(server.token(server.refreshment(tokens)))).isEqualTo("invalid_grant");
    }

    @Test
    void refusesAConnectionMadeWithoutTheSecondFactorThatTheProfileDemandsNow() {
        var tokens = server.connect();

        world.demandSecondFactor();

        assertThat(error(server.token(server.refreshment(tokens)))).isEqualTo("invalid_grant");
    }

    @Test
    void t17RefusesAServerThatTheClientMayNoLongerReach() {
        var tokens = server.connect();

        world.allowServer("inspector", "platform/object-all");

        assertThat(error(server.token(server.refreshment(tokens)))).isEqualTo("invalid_grant");
    }

    @Test
    void t17RefusesAConnectionThatEndedTogetherWithOthers() {
        var tokens = server.connect();

        world.set("inspector", CLIENT.REVOKED_VERSION, 1_000L);

        assertThat(error(server.token(server.refreshment(tokens)))).isEqualTo("invalid_grant");
    }

    private AccessTokenResponse refreshed(AccessTokenResponse tokens) {
        return issued(server.token(server.refreshment(tokens)));
    }

    private void policy(String name, int amount, String unit) {
        world.set("inspector", CLIENT.REFRESH_TOKEN_AMOUNT, amount);
        world.set("inspector", CLIENT.REFRESH_TOKEN_UNIT, unit);
        world.set("inspector", CLIENT.REFRESH_TOKEN_POLICY, name);
    }
}
