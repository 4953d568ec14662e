package org.gatehouse.oauth.bearer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.oauth.OAuthWorld.ADA;
import static org.gatehouse.oauth.OAuthWorld.BOB;
import static org.gatehouse.oauth.OAuthWorld.READS;
import static org.gatehouse.platform.database.schema.Tables.OAUTH_GRANT;
import static org.gatehouse.platform.database.schema.Tables.SIGNING_KEY;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gatehouse.identity.Caller;
import org.gatehouse.oauth.OAuthWorld;
import org.gatehouse.oauth.token.AccessTokenClaims;
import org.gatehouse.oauth.token.AccessTokenVerifier;
import org.gatehouse.oauth.token.AccessTokens;
import org.gatehouse.oauth.token.TestKeys;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RFC 6750 and RFC 9728 section 5.1; attacks V01 to V10. */
class BearerAuthenticationTest {
    private static final String PATH = "/mcp/v1/platform/object-reads";
    private static final String GRANT = "9a7b1f0e-0000-4000-8000-000000000001";
    private static final String METADATA = "resource_metadata=\"https://gatehouse.example/.well-known/oauth-protected-resource" + PATH + "\"";

    private final OAuthWorld world;
    private final BearerAuthentication authentication;
    private final AccessTokens tokens;
    private final String token;

    BearerAuthenticationTest(@TempDir Path home) {
        world = new OAuthWorld(home);
        var keys = TestKeys.loaded(world.database, world.deployment);
        tokens = new AccessTokens(keys, world.deployment, world.clock);
        var verified = new VerifiedTokens(new AccessTokenVerifier(keys, world.deployment), world.clock);
        authentication = new BearerAuthentication(
                new LiveTokens(verified, new Connections(world.database), world.admission()), new BearerChallenge(world.deployment));
        grant(GRANT, "inspector", ADA);
        token = token(GRANT, "inspector", ADA);
    }

    @Test
    void admitsTheCallerOfAToken() {
        var outcome = authenticate("Bearer " + token);

        var caller = new Caller(ADA, "ada", "inspector", GRANT, READS, Set.of("mcp_api"), world.versions.current(Topic.ACCESS));
        assertThat(outcome).isInstanceOfSatisfying(BearerOutcome.Admitted.class, admitted -> {
            assertThat(admitted.caller()).isEqualTo(caller);
            assertThat(admitted.principal().getSubject()).isEqualTo(ADA);
        });
    }

    @Test
    void leavesTheAudienceToTheCatalog() {
        var outcome = authentication.authenticate(List.of("Bearer " + token), "/mcp/v1/platform/unknown");

        assertThat(outcome).isInstanceOf(BearerOutcome.Admitted.class);
    }

    @Test
    void tellsARequestWithoutCredentialsWhereToAskAndNoError() {
        var outcome = authentication.authenticate(List.of(), PATH);

        assertThat(outcome).isEqualTo(new BearerOutcome.Challenged("Bearer " + METADATA + ", scope=\"mcp_api\""));
    }

    @Test
    void tellsARequestWithBadCredentialsThatTheyAreInvalid() {
        assertInvalid(authenticate("Bearer not-a-token"));
        assertInvalid(authenticate("Basic YTpi"));
        assertInvalid(authenticate("Bearer " + token, "Bearer " + token));
        assertInvalid(authenticate("Bearer " + token + ", Bearer " + token));
    }

    @Test
    void refusesARevokedConnectionAtOnce() {
        assertThat(authenticate("Bearer " + token)).isInstanceOf(BearerOutcome.Admitted.class);

        world.database.sql().update(OAUTH_GRANT).set(OAUTH_GRANT.REVOKED_AT, Instant.now()).execute();

        assertInvalid(authenticate("Bearer " + token));
    }

    @Test
    void refusesAnInactivePersonAtOnce() {
        assertThat(authenticate("Bearer " + token)).isInstanceOf(BearerOutcome.Admitted.class);

        world.deactivate(ADA);

        assertInvalid(authenticate("Bearer " + token));
    }

    @Test
    void refusesADisabledClientAtOnce() {
        assertThat(authenticate("Bearer " + token)).isInstanceOf(BearerOutcome.Admitted.class);

        world.disable("inspector");

        assertInvalid(authenticate("Bearer " + token));
    }

    @Test
    void refusesAPersonWhomTheAppPolicyNoLongerPermitsAtOnce() {
        assertThat(authenticate("Bearer " + token)).isInstanceOf(BearerOutcome.Admitted.class);

        world.withdrawPermissionSets(ADA);

        assertInvalid(authenticate("Bearer " + token));
    }

    @Test
    void refusesAtTheSecondAtWhichAPermissionSetExpires() {
        world.lend(BOB, world.clock.instant().plusSeconds(60));
        String other = "9a7b1f0e-0000-4000-8000-000000000002";
        grant(other, "inspector", BOB);
        String bobs = token(other, "inspector", BOB);
        assertThat(authenticate("Bearer " + bobs)).isInstanceOf(BearerOutcome.Admitted.class);

        world.clock.advance(Duration.ofSeconds(60));

        assertInvalid(authenticate("Bearer " + bobs));
    }

    @Test
    void refusesARememberedTokenOnceItExpires() {
        assertThat(authenticate("Bearer " + token)).isInstanceOf(BearerOutcome.Admitted.class);

        world.clock.advance(Duration.ofMinutes(10));

        assertInvalid(authenticate("Bearer " + token));
    }

    @Test
    void v15RefusesARememberedTokenWhoseSigningKeyIsRemovedAtOnce() {
        assertThat(authenticate("Bearer " + token)).isInstanceOf(BearerOutcome.Admitted.class);

        // As another node does it: this one learns of it by nothing but the version.
        world.database.sql().deleteFrom(SIGNING_KEY).execute();
        world.changed();

        assertInvalid(authenticate("Bearer " + token));
    }

    @Test
    void refusesATokenThatNamesAnothersConnection() {
        assertInvalid(authenticate("Bearer " + token(GRANT, "inspector", BOB)));
        assertInvalid(authenticate("Bearer " + token(GRANT, "notebook", ADA)));
        assertInvalid(authenticate("Bearer " + token("no-such-grant", "inspector", ADA)));
    }

    @Test
    void putsNoOddPathIntoTheHeader() {
        for (String path : List.of("/mcp/\"x", "/mcp/a\r\nSet-Cookie: x", "/mcp/é", "/mcp/" + "a".repeat(300), "/mcp//x", "")) {
            var outcome = authentication.authenticate(List.of(), path);

            assertThat(outcome).isEqualTo(new BearerOutcome.Challenged(
                    "Bearer resource_metadata=\"https://gatehouse.example/.well-known/oauth-protected-resource\", scope=\"mcp_api\""));
        }
    }

    @Test
    void namesAllScopesThatAreNeeded() {
        var challenge = new BearerChallenge(world.deployment).insufficientScope(PATH, Set.of("mcp_api.write", "mcp_api.read"));

        assertThat(challenge).startsWith("Bearer error=\"insufficient_scope\"").contains(METADATA).endsWith("scope=\"mcp_api.read mcp_api.write\"");
    }

    private BearerOutcome authenticate(String... headers) {
        return authentication.authenticate(List.of(headers), PATH);
    }

    private static void assertInvalid(BearerOutcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(BearerOutcome.Challenged.class, challenged -> assertThat(challenged.challenge())
                .startsWith("Bearer error=\"invalid_token\"").contains(METADATA).endsWith("scope=\"mcp_api\""));
    }

    private String token(String grant, String client, String user) {
        return tokens.issue(new AccessTokenClaims(
                user, "ada", client, grant, READS, Set.of("mcp_api"), world.clock.instant().plus(Duration.ofMinutes(10))));
    }

    private void grant(String id, String client, String user) {
        world.database.sql()
                .insertInto(OAUTH_GRANT)
                .set(OAUTH_GRANT.ID, id)
                .set(OAUTH_GRANT.CLIENT_ID, client)
                .set(OAUTH_GRANT.USER_ID, user)
                .set(OAUTH_GRANT.RESOURCE, READS)
                .set(OAUTH_GRANT.SCOPE, "mcp_api")
                .set(OAUTH_GRANT.CREATED_AT, world.clock.instant())
                .set(OAUTH_GRANT.USE_COUNT, 0L)
                .execute();
    }
}
