package org.gatehouse.oauth.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.oauth.OAuthWorld.ADA;
import static org.gatehouse.oauth.OAuthWorld.ALL;
import static org.gatehouse.oauth.OAuthWorld.READS;
import static org.gatehouse.oauth.grant.OAuthServer.accessToken;
import static org.gatehouse.oauth.grant.OAuthServer.error;
import static org.gatehouse.oauth.grant.OAuthServer.form;
import static org.gatehouse.oauth.grant.OAuthServer.query;
import static org.gatehouse.oauth.grant.OAuthServer.refreshToken;
import static org.gatehouse.oauth.token.OAuthScope.MCP_API;
import static org.gatehouse.platform.database.schema.Tables.AUDIT_EVENT;
import static org.gatehouse.platform.database.schema.Tables.OAUTH_GRANT;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gatehouse.identity.Assurance;
import org.gatehouse.oauth.OAuthWorld;
import org.gatehouse.oauth.grant.PendingAuthorization.Asking;
import org.gatehouse.oauth.token.OAuthScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections that are stopped without being ended, and every way around that. */
class FreezeTest {
    private final OAuthWorld world;
    private final OAuthServer server;

    FreezeTest(@TempDir Path home) {
        world = new OAuthWorld(home);
        server = new OAuthServer(world);
    }

    @Test
    void aFrozenConnectionGetsNoTokenAndGoesOnOnceTheFreezeIsLifted() {
        var tokens = server.connect();
        String id = connection();

        assertThat(server.freezes.freeze(id, "alert flood")).isTrue();
        assertThat(error(server.token(server.refreshment(tokens)))).isEqualTo("invalid_grant");

        assertThat(server.freezes.unfreeze(id)).isTrue();
        assertThat(error(server.token(server.refreshment(tokens)))).as("its refresh token was not used up").isEmpty();
    }

    @Test
    void aCodeThatWasGivenBeforeIsNotRedeemed() {
        server.connect();
        var code = server.code();
        server.freezes.freeze(connection(), "alert flood");

        assertThat(error(server.token(server.redemption(code)))).isEqualTo("invalid_grant");
    }

    @Test
    void anAgentDoesNotComeBackByConnectingAnew() {
        approve();
        server.connect();
        server.freezes.freeze(connection(), "alert flood");

        assertThat(approve()).as("asked").contains("error=access_denied");
        assertThat(server.consents.remembered(server.pending("inspector", MCP_API), server.approver(ADA)))
                .hasValueSatisfying(redirect -> assertThat(query(redirect, "error")).isEqualTo("access_denied"));
    }

    @Test
    void anAgentDoesNotComeBackByEndingItsConnectionFirst() {
        var tokens = server.connect();
        String id = connection();
        server.freezes.freeze(id, "alert flood");
        server.tokens.revoke(List.of(), form("client_id", "inspector", "token", refreshToken(tokens)));

        assertThat(approve()).contains("error=access_denied");
        assertThat(usage().frozen(10)).extracting(Connection::id).as("an administrator still finds it").containsExactly(id);

        server.freezes.unfreeze(id);
        assertThat(approve()).contains("code=");
    }

    @Test
    void allConnectionsOfThePersonTheAppAndTheServerAreFrozenTogether() {
        server.connect();
        String first = connection();
        var second = server.connect();

        server.freezes.freeze(first, "alert flood");

        assertThat(error(server.token(server.refreshment(second)))).isEqualTo("invalid_grant");
        assertThat(accessToken(second)).isNotEmpty();
        assertThat(usage().frozen(10)).hasSize(2);
    }

    @Test
    void whatThePersonHasWithOtherServersAndAppsGoesOn() {
        server.connect();
        world.servers.activate(ALL);
        server.freezes.freeze(connection(), "alert flood");

        var elsewhere = new PendingAuthorization(
                "inspector", OAuthWorld.CALLBACK, "a state", ALL, Set.of(MCP_API), OAuthServer.CHALLENGE, false, Assurance.STANDARD, Asking.IF_NEW,
                world.clock.instant());
        assertThat(query(server.consents.approve(elsewhere, server.approver(ADA), elsewhere.scopes()), "code")).isNotEmpty();
        var otherApp = server.pending("notebook", OAuthScope.MCP_READ);
        assertThat(query(server.consents.approve(otherApp, server.approver(ADA), otherApp.scopes()), "code")).isNotEmpty();
    }

    @Test
    void theEventLogSaysWhatWasFrozenByWhatAndThatItWasLifted() {
        server.connect();
        String id = connection();

        server.freezes.freeze(id, "alert flood");
        server.freezes.freeze(id, "alert flood");
        server.freezes.unfreeze(id);

        assertThat(server.freezes.unfreeze(id)).as("twice").isFalse();
        assertThat(world.database.sql().select(AUDIT_EVENT.METHOD, AUDIT_EVENT.GRANT_ID, AUDIT_EVENT.OBJECTS).from(AUDIT_EVENT).where(AUDIT_EVENT.METHOD.like("connection.%"))
                        .orderBy(AUDIT_EVENT.ID).fetch(row -> row.value1() + " " + row.value2().equals(id) + " " + row.value3()))
                .containsExactly("connection.freeze true " + READS + ",alert flood", "connection.unfreeze true " + READS);
    }

    @Test
    void thereIsNothingToFreezeWhereThereIsNoConnection() {
        assertThat(server.freezes.freeze("nothing", "alert flood")).isFalse();
        assertThat(server.freezes.unfreeze("nothing")).isFalse();
    }

    private String approve() {
        var pending = server.pending("inspector", MCP_API);
        return server.consents.approve(pending, server.approver(ADA), pending.scopes()).toString();
    }

    /** The oldest connection that went as far as a token. */
    private String connection() {
        return world.database.sql().select(OAUTH_GRANT.ID).from(OAUTH_GRANT).where(OAUTH_GRANT.USE_COUNT.gt(0L)).orderBy(OAUTH_GRANT.CREATED_AT, OAUTH_GRANT.ID).limit(1)
                .fetchSingle().value1();
    }

    private Usage usage() {
        return new Usage(world.database);
    }
}
