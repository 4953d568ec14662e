package org.gatehouse.oauth.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.oauth.OAuthWorld.ADA;
import static org.gatehouse.oauth.OAuthWorld.ALL;
import static org.gatehouse.oauth.OAuthWorld.READS;
import static org.gatehouse.oauth.grant.OAuthServer.error;
import static org.gatehouse.oauth.grant.OAuthServer.issued;
import static org.gatehouse.oauth.grant.OAuthServer.refreshToken;
import static org.gatehouse.oauth.grant.OAuthServer.with;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gatehouse.oauth.OAuthWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6749 section 6 and RFC 9700 section 4.14. */
class RefreshTokenGrantTest {
    private final OAuthWorld world;
    private final OAuthServer server;

    RefreshTokenGrantTest(@TempDir Path home) {
        world = new OAuthWorld(home);
        server = new OAuthServer(world);
    }

    @Test
    void givesNewTokensForARefreshToken() {
        var first = server.connect();

        var second = issued(server.token(server.refreshment(first)));

        assertThat(refreshToken(second)).isNotEqualTo(refreshToken(first));
        assertThat(issued(server.token(server.refreshment(second)))).isNotNull();
    }

    @Test
    void t10EndsTheConnectionWhenATokenComesASecondTime() {
        var first = server.connect();
        var second = issued(server.token(server.refreshment(first)));

        var again = server.token(server.refreshment(first));

        assertThat(error(again)).isEqualTo("invalid_grant");
        assertThat(error(server.token(server.refreshment(second)))).isEqualTo("invalid_grant");
    }

    @Test
    void givesTokensOnceWhenOneTokenComesFiftyTimesAtOnce() {
        var refreshment = server.refreshment(server.connect());

        var answers = Parallel.times(50, () -> server.token(refreshment));

        assertThat(answers).filteredOn(answer -> error(answer).isEmpty()).hasSize(1);
        assertThat(answers).filteredOn(answer -> error(answer).equals("invalid_grant")).hasSize(49);
    }

    @Test
    void t18RefusesAnotherClientsTokenAndLeavesItToItsOwner() {
        var refreshment = server.refreshment(server.connect());

        var theft = server.token(with(refreshment, "client_id", "notebook"));

        assertThat(error(theft)).isEqualTo("invalid_grant");
        assertThat(error(server.token(refreshment))).isEmpty();
    }

    @Test
    void t16NarrowsTheScopeOfOneTokenWithoutShrinkingTheConnection() {
        var narrow = issued(server.token(with(server.refreshment(server.connect()), "scope", "mcp_api.read")));

        var wide = issued(server.token(server.refreshment(narrow)));

        assertThat(narrow.getTokens().getAccessToken().getScope().toStringList()).containsExactly("mcp_api.read");
        assertThat(wide.getTokens().getAccessToken().getScope().toStringList()).containsExactly("mcp_api", "refresh_token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api", "mcp_api api", "unknown", "mcp_api.read mcp_api.everything"})
    void t16RefusesMoreScopeThanWasGrantedAndKeepsTheToken(String scope) {
        var refreshment = server.refreshment(server.connect());

        var answer = server.token(with(refreshment, "scope", scope));

        assertThat(error(answer)).isEqualTo("invalid_scope");
        assertThat(error(server.token(refreshment))).isEmpty();
    }

    @Test
    void t16RefusesAnotherResourceAndKeepsTheToken() {
        world.servers.activate(ALL);
        var refreshment = server.refreshment(server.connect());

        var answer = server.token(with(refreshment, "resource", ALL));

        assertThat(error(answer)).isEqualTo("invalid_target");
        assertThat(error(server.token(with(refreshment, "resource", READS)))).isEmpty();
    }

    @Test
    void t17RefusesIfThePersonIsInactive() {
        var refreshment = server.refreshment(server.connect());
        world.deactivate(ADA);

        assertThat(error(server.token(refreshment))).isEqualTo("invalid_grant");
    }

    @Test
    void t17RefusesIfThePersonLostThePermissionSetThatTheClientDemands() {
        var refreshment = server.refreshment(server.connect());
        world.withdrawPermissionSets(ADA);

        assertThat(error(server.token(refreshment))).isEqualTo("invalid_grant");
    }

    @Test
    void t17RefusesOnceTheAssignmentOfThePermissionSetHasExpired() {
        var first = server.connect();
        world.withdrawPermissionSets(ADA);
        world.lend(ADA, world.clock.instant().plusSeconds(60));
        var second = issued(server.token(server.refreshment(first)));
        world.clock.advance(Duration.ofSeconds(60));

        assertThat(error(server.token(server.refreshment(second)))).isEqualTo("invalid_grant");
    }

    @Test
    void t17RefusesIfTheClientIsDisabled() {
        var refreshment = server.refreshment(server.connect());
        world.disable("inspector");

        assertThat(error(server.token(refreshment))).isEqualTo("invalid_client");
    }

    @Test
    void refusesIfTheClientLostAScopeOfTheConnection() {
        var refreshment = server.refreshment(server.connect());
        world.removeScope("inspector", "mcp_api");

        assertThat(error(server.token(refreshment))).isEqualTo("invalid_grant");
    }

    @Test
    void t17RefusesIfTheServerIsInactive() {
        var refreshment = server.refreshment(server.connect());
        world.servers.deactivate(READS);

        assertThat(error(server.token(refreshment))).isEqualTo("invalid_grant");
    }

    @Test
    void endsThirtyDaysAfterConsentHoweverOftenItIsRefreshed() {
        var first = server.connect();
        world.clock.advance(Duration.ofDays(30).minusSeconds(1));
        var second = issued(server.token(server.refreshment(first)));
        world.clock.advance(Duration.ofSeconds(1));

        assertThat(error(server.token(server.refreshment(second)))).isEqualTo("invalid_grant");
    }

    @Test
    void takesNoCodeForARefreshToken() {
        Map<String, List<String>> form =
                OAuthServer.form("grant_type", "refresh_token", "client_id", "inspector", "refresh_token", server.code().value());

        assertThat(error(server.token(form))).isEqualTo("invalid_grant");
    }
}
