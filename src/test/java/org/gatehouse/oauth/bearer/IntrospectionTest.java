package org.gatehouse.oauth.bearer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatehouse.oauth.OAuthWorld.ADA;
import static org.gatehouse.oauth.OAuthWorld.ALL;
import static org.gatehouse.oauth.OAuthWorld.READS;
import static org.gatehouse.oauth.OAuthWorld.SECRET;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_RESOURCE;
import static org.gatehouse.platform.database.schema.Tables.OAUTH_GRANT;
import static org.gatehouse.platform.database.schema.Tables.SIGNING_KEY;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.oauth.OAuthWorld;
import org.gatehouse.oauth.client.ClientAuthentication;
import org.gatehouse.oauth.token.AccessTokenClaims;
import org.gatehouse.oauth.token.AccessTokenVerifier;
import org.gatehouse.oauth.token.AccessTokens;
import org.gatehouse.oauth.token.ResourceIndicators;
import org.gatehouse.oauth.token.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RFC 7662; attack V14. The confidential client {@code portal} may ask about the reading server's tokens. */
class IntrospectionTest {
    private static final String GRANT = "9a7b1f0e-0000-4000-8000-000000000001";

    private final OAuthWorld world;
    private final Introspection introspection;
    private final AccessTokens tokens;

    IntrospectionTest(@TempDir Path home) {
        world = new OAuthWorld(home);
        var keys = TestKeys.loaded(world.database, world.deployment);
        tokens = new AccessTokens(keys, world.deployment, world.clock);
        var verified = new VerifiedTokens(new AccessTokenVerifier(keys, world.deployment), world.clock);
        var resources = new ResourceIndicators(world.deployment, world.servers);
        introspection = new Introspection(
                new ClientAuthentication(world.usable, world.assertions(), world.clock),
                new LiveTokens(verified, new Connections(world.database), world.admission(), resources),
                resources,
                world.database,
                world.deployment);
        world.database.sql().insertInto(CLIENT_RESOURCE).values("portal", READS).execute();
        connection();
    }

    @Test
    void tellsAResourceServerAboutATokenForIt() throws Exception {
        var answer = ask(token(READS));

        long now = world.clock.instant().getEpochSecond();
        assertThat(answer)
                .containsEntry("active", true)
                .containsEntry("iss", OAuthWorld.URL)
                .containsEntry("sub", ADA)
                .containsEntry("username", "ada")
                .containsEntry("client_id", "inspector")
                .containsEntry("aud", List.of(READS))
                .containsEntry("scope", "mcp_api.read refresh_token")
                .containsEntry("token_type", "Bearer")
                .containsEntry("iat", now)
                .containsEntry("exp", now + 600)
                .hasSize(10);
    }

    @Test
    void v14TellsNothingOfATokenForAnotherResource() throws Exception {
        world.servers.activate(ALL);

        assertInactive(ask(token(ALL)));
    }

    @Test
    void v14TellsNothingToAClientWithoutResources() throws Exception {
        world.database.sql().deleteFrom(CLIENT_RESOURCE).execute();

        assertInactive(ask(token(READS)));
    }

    @Test
    void v14RefusesAPublicClientEvenWhereARowNamesIt() {
        world.database.sql().insertInto(CLIENT_RESOURCE).values("inspector", READS).execute();

        assertRefused(List.of(), form("client_id", "inspector", "token", token(READS)));
    }

    @Test
    void v14RefusesWhoeverDoesNotProveToBeAClient() {
        assertRefused(List.of(), form("token", token(READS)));
        assertRefused(List.of(), form("client_id", "portal", "token", token(READS)));
        assertRefused(List.of(), form("client_id", "portal", "client_secret", "wrong", "token", token(READS)));
        assertRefused(List.of("Bearer " + token(READS)), form("token", token(READS)));
    }

    @Test
    void takesTheSecretInTheBodyToo() throws Exception {
        var form = form("client_id", "portal", "client_secret", SECRET, "token", token(READS));

        assertThat(introspection.answer(List.of(), form).isActive()).isTrue();
    }

    @Test
    void anInactiveServerHasNoActiveTokens() throws Exception {
        world.servers.deactivate(READS);

        assertInactive(ask(token(READS)));
    }

    @Test
    void saysInactiveToWhateverIsNoTokenOfOurs() throws Exception {
        assertInactive(ask("not-a-token"));
        assertInactive(ask(token(READS).replaceFirst("..$", "AA")));
    }

    @Test
    void saysInactiveOnceTheTokenHasExpired() throws Exception {
        String token = token(READS);
        assertThat(ask(token)).containsEntry("active", true);

        world.clock.advance(Duration.ofMinutes(10));

        assertInactive(ask(token));
    }

    @Test
    void saysInactiveAtOnceWhenTheConnectionHasEnded() throws Exception {
        world.database.sql().update(OAUTH_GRANT).set(OAUTH_GRANT.REVOKED_AT, Instant.now()).execute();

        assertInactive(ask(token(READS)));
    }

    @Test
    void saysInactiveAtOnceWhenPersonOrClientMayNoLonger() throws Exception {
        String token = token(READS);
        assertThat(ask(token)).containsEntry("active", true);

        world.withdrawPermissionSets(ADA);

        assertInactive(ask(token));
    }

    @Test
    void saysInactiveWhereThePolicyAsksFromWhereTheTokenIsUsed() throws Exception {
        world.clientRange("inspector", "192.0.2.0", "192.0.2.255");

        assertInactive(ask(token(READS)));
    }

    @Test
    void saysInactiveAtOnceForAnInactivePerson() throws Exception {
        world.deactivate(ADA);

        assertInactive(ask(token(READS)));
    }

    @Test
    void saysInactiveAtOnceForADisabledClient() throws Exception {
        world.disable("inspector");

        assertInactive(ask(token(READS)));
    }

    @Test
    void saysInactiveAtOnceWhenTheSigningKeyIsRemoved() throws Exception {
        String token = token(READS);
        assertThat(ask(token)).containsEntry("active", true);

        world.database.sql().deleteFrom(SIGNING_KEY).execute();
        world.changed();

        assertInactive(ask(token));
    }

    @Test
    void needsAToken() {
        assertThatThrownBy(() -> introspection.answer(portal(), form())).isInstanceOfSatisfying(
                GeneralException.class, refusal -> assertThat(refusal.getErrorObject().getCode()).isEqualTo("invalid_request"));
    }

    private Map<String, Object> ask(String token) throws GeneralException {
        return introspection.answer(portal(), form("token", token, "token_type_hint", "refresh_token")).toJSONObject();
    }

    private static List<String> portal() {
        return List.of(new ClientSecretBasic(new ClientID("portal"), new Secret(SECRET)).toHTTPAuthorizationHeader());
    }

    private static void assertInactive(Map<String, Object> answer) {
        assertThat(answer).isEqualTo(Map.of("active", false));
    }

    private void assertRefused(List<String> authorization, Map<String, List<String>> form) {
        assertThatThrownBy(() -> introspection.answer(authorization, form)).isInstanceOfSatisfying(
                GeneralException.class, refusal -> assertThat(refusal.getErrorObject().getCode()).isEqualTo("invalid_client"));
    }

    private static Map<String, List<String>> form(String... namesAndValues) {
        Map<String, List<String>> form = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return form;
    }

    private String token(String resource) {
        return tokens.issue(new AccessTokenClaims(
                ADA, "ada", "inspector", GRANT, resource, Set.of("mcp_api.read", "refresh_token"), world.clock.instant().plusSeconds(600)));
    }

    private void connection() {
        world.database.sql()
                .insertInto(OAUTH_GRANT)
                .set(OAUTH_GRANT.ID, GRANT)
                .set(OAUTH_GRANT.CLIENT_ID, "inspector")
                .set(OAUTH_GRANT.USER_ID, ADA)
                .set(OAUTH_GRANT.RESOURCE, READS)
                .set(OAUTH_GRANT.SCOPE, "mcp_api.read refresh_token")
                .set(OAUTH_GRANT.CREATED_AT, world.clock.instant())
                .set(OAUTH_GRANT.USE_COUNT, 0L)
                .execute();
    }
}
