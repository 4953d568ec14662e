package org.gatehouse.oauth.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.oauth.OAuthWorld.ADA;
import static org.gatehouse.oauth.OAuthWorld.BOB;
import static org.gatehouse.oauth.OAuthWorld.READS;
import static org.gatehouse.oauth.grant.OAuthServer.query;
import static org.gatehouse.oauth.token.OAuthScope.MCP_API;
import static org.gatehouse.oauth.token.OAuthScope.MCP_READ;
import static org.gatehouse.oauth.token.OAuthScope.MCP_WRITE;
import static org.gatehouse.oauth.token.OAuthScope.REFRESH_TOKEN;
import static org.gatehouse.platform.database.schema.Tables.CLIENT;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gatehouse.identity.Assurance;
import org.gatehouse.oauth.OAuthWorld;
import org.gatehouse.oauth.grant.PendingAuthorization.Asking;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.platform.crypto.OpaqueToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a person is asked again, and what they can leave out. */
class RememberedConsentTest {
    private final OAuthWorld world;
    private final OAuthServer server;

    RememberedConsentTest(@TempDir Path home) {
        world = new OAuthWorld(home);
        server = new OAuthServer(world);
    }

    @Test
    void doesNotAskAgainForTheSameOrLess() {
        approve(MCP_API, REFRESH_TOKEN);

        assertThat(remembered(MCP_API, REFRESH_TOKEN)).isTrue();
        assertThat(remembered(MCP_API)).isTrue();
    }

    @Test
    void asksAgainForMore() {
        approve(MCP_READ);

        assertThat(remembered(MCP_API)).isFalse();
        assertThat(remembered(MCP_READ, MCP_WRITE)).isFalse();
    }

    @Test
    void asksForAnotherClientServerOrPerson() {
        approve(MCP_API);

        world.lend(BOB, null);
        assertThat(server.consents.remembered(server.pending("inspector", MCP_API), server.approver(BOB))).isEmpty();
        assertThat(server.consents.remembered(server.pending("notebook", MCP_READ), server.approver(ADA))).isEmpty();
        world.servers.activate(OAuthWorld.ALL);
        assertThat(server.consents.remembered(elsewhere(OAuthWorld.CALLBACK, OAuthWorld.ALL), server.approver(ADA))).isEmpty();
        assertThat(server.consents.remembered(elsewhere("https://client.example/other", READS), server.approver(ADA))).isEmpty();
    }

    @Test
    void alwaysAsksWhereAnyProgramOfTheMachineCanTakeTheAnswer() {
        var pending = elsewhere("http://127.0.0.1:6276/callback", READS);
        server.consents.approve(pending, server.approver(ADA), pending.scopes());

        assertThat(server.consents.remembered(pending, server.approver(ADA))).isEmpty();
    }

    @Test
    void forgetsWhenTheConnectionsOfTheClientAreEnded() {
        approve(MCP_API);

        world.set("inspector", CLIENT.REVOKED_VERSION, 1_000L);

        assertThat(remembered(MCP_API)).isFalse();
    }

    @Test
    void forgetsWhatIsToBeForgotten() {
        approve(MCP_API);

        server.remembered.forget("inspector", ADA, READS);

        assertThat(remembered(MCP_API)).isFalse();
    }

    @Test
    void givesNoMoreThanWasApprovedBefore() {
        server.consents.approve(server.pending("inspector", MCP_API, REFRESH_TOKEN), server.approver(ADA), Set.of(MCP_READ));

        var location = server.consents.remembered(server.pending("inspector", MCP_API, REFRESH_TOKEN), server.approver(ADA)).orElseThrow();

        var code = new OpaqueToken(Objects.requireNonNull(query(location, "code")));
        var tokens = OAuthServer.issued(server.token(server.redemption(code))).getTokens();
        assertThat(tokens.getAccessToken().getScope().toStringList()).containsExactly("mcp_api.read");
        assertThat(tokens.getRefreshToken()).isNull();
    }

    @Test
    void a27TellsAPersonWhoIsNoLongerPermittedSoWithoutAsking() {
        approve(MCP_API);
        world.withdrawPermissionSets(ADA);

        var location = server.consents.remembered(server.pending("inspector", MCP_API), server.approver(ADA)).orElseThrow();

        assertThat(query(location, "error")).isEqualTo("access_denied");
    }

    @Test
    void a23RefusesMoreThanWasAskedFor() {
        var location = server.consents.approve(server.pending("inspector", MCP_READ), server.approver(ADA), Set.of(MCP_API));

        assertThat(query(location, "error")).isEqualTo("access_denied");
    }

    @Test
    void showsEverythingAsTheTiersOfTheServer() {
        var choices = ScopeChoices.of(Set.of(MCP_API, REFRESH_TOKEN), List.of("mcp_api", "mcp_api.read", "mcp_api.write"));

        assertThat(choices.choices()).containsExactly(MCP_READ, MCP_WRITE, REFRESH_TOKEN);
        assertThat(choices.approved(List.of("mcp_api.read", "mcp_api.write", "refresh_token"))).containsExactly(MCP_API, REFRESH_TOKEN);
        assertThat(choices.approved(List.of("mcp_api.read"))).containsExactly(MCP_READ);
    }

    @Test
    void a23TakesNoScopeThatWasNotOffered() {
        var choices = ScopeChoices.of(Set.of(MCP_READ), List.of("mcp_api", "mcp_api.read", "mcp_api.write"));

        assertThat(choices.approved(List.of("mcp_api.read", "mcp_api.write", "mcp_api", "api", "x"))).containsExactly(MCP_READ);
    }

    @Test
    void takesNothingOfUseForANo() {
        var choices = ScopeChoices.of(Set.of(MCP_API, REFRESH_TOKEN), List.of("mcp_api", "mcp_api.read"));

        assertThat(choices.approved(List.of("refresh_token"))).isEmpty();
        assertThat(choices.approved(List.of())).isEmpty();
    }

    private void approve(OAuthScope... scopes) {
        var pending = server.pending("inspector", scopes);
        server.consents.approve(pending, server.approver(ADA), pending.scopes());
    }

    private boolean remembered(OAuthScope... scopes) {
        return server.consents.remembered(server.pending("inspector", scopes), server.approver(ADA)).isPresent();
    }

    private PendingAuthorization elsewhere(String redirectUri, String resource) {
        return new PendingAuthorization(
                "inspector", redirectUri, null, resource, Set.of(MCP_API), OAuthServer.CHALLENGE, false, Assurance.STANDARD, Asking.IF_NEW,
                world.clock.instant());
    }
}
