package org.gatehouse.oauth.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.oauth.OAuthWorld.ADA;
import static org.gatehouse.oauth.OAuthWorld.ALL;
import static org.gatehouse.oauth.OAuthWorld.READS;
import static org.gatehouse.oauth.grant.OAuthServer.accessToken;
import static org.gatehouse.oauth.grant.OAuthServer.error;
import static org.gatehouse.oauth.grant.OAuthServer.form;
import static org.gatehouse.oauth.grant.OAuthServer.issued;
import static org.gatehouse.oauth.grant.OAuthServer.refreshToken;
import static org.gatehouse.oauth.grant.OAuthServer.with;

import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gatehouse.identity.Assurance;
import org.gatehouse.oauth.OAuthWorld;
import org.gatehouse.oauth.token.OAuthScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6749 section 4.1.3 with RFC 7636, RFC 8707 and RFC 9068. */
class AuthorizationCodeGrantTest {
    private final OAuthWorld world;
    private final OAuthServer server;

    AuthorizationCodeGrantTest(@TempDir Path home) {
        world = new OAuthWorld(home);
        server = new OAuthServer(world);
    }

    @Test
    void givesTokensForACode() throws Exception {
        var tokens = issued(server.token(server.redemption(server.code()))).getTokens();

        var jwt = SignedJWT.parse(tokens.getAccessToken().getValue());
        assertThat(jwt.getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        var claims = jwt.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(OAuthWorld.URL);
        assertThat(claims.getSubject()).isEqualTo(ADA);
        assertThat(claims.getAudience()).containsExactly(READS);
        assertThat(claims.getStringClaim("client_id")).isEqualTo("inspector");
        assertThat(claims.getStringClaim("scope")).isEqualTo("mcp_api refresh_token");
        assertThat(claims.getStringClaim("username")).isEqualTo("ada");
        assertThat(claims.getStringClaim("grant_id")).isNotBlank();
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(claims.getExpirationTime().toInstant()).isEqualTo(world.clock.instant().plus(Duration.ofMinutes(10)));
        assertThat(tokens.getAccessToken().getLifetime()).isEqualTo(600);
        assertThat(tokens.getAccessToken().getScope().toStringList()).containsExactly("mcp_api", "refresh_token");
        assertThat(tokens.getRefreshToken()).isNotNull();
    }

    @Test
    void givesNoRefreshTokenWithoutItsScope() {
        var code = server.codeGrant.approve(server.pending("inspector", OAuthScope.MCP_API), ADA, Assurance.STANDARD);

        var tokens = issued(server.token(server.redemption(code)));

        assertThat(tokens.getTokens().getRefreshToken()).isNull();
    }

    @Test
    void acceptsARequestThatLeavesTheResourceOut() {
        var answer = server.token(with(server.redemption(server.code()), "resource"));

        assertThat(issued(answer)).isNotNull();
    }

    @Test
    void t01EndsTheConnectionWhenACodeComesASecondTime() {
        var redemption = server.redemption(server.code());
        var first = issued(server.token(redemption));

        var second = server.token(redemption);

        assertThat(error(second)).isEqualTo("invalid_grant");
        assertThat(error(server.token(server.refreshment(first)))).isEqualTo("invalid_grant");
    }

    @Test
    void endsTheConnectionWhenAnExpiredCodeComesASecondTime() {
        var redemption = server.redemption(server.code());
        var first = issued(server.token(redemption));
        world.clock.advance(Duration.ofDays(1));

        var second = server.token(redemption);

        assertThat(error(second)).isEqualTo("invalid_grant");
        assertThat(error(server.token(server.refreshment(first)))).isEqualTo("invalid_grant");
    }

    @Test
    void givesTokensOnceWhenOneCodeComesFiftyTimesAtOnce() {
        var redemption = server.redemption(server.code());

        var answers = Parallel.times(50, () -> server.token(redemption));

        assertThat(answers).filteredOn(answer -> error(answer).isEmpty()).hasSize(1);
        assertThat(answers).filteredOn(answer -> error(answer).equals("invalid_grant")).hasSize(49);
    }

    @Test
    void acceptsACodeJustBeforeItExpires() {
        var code = server.code();
        world.clock.advance(Duration.ofSeconds(59));

        var answer = server.token(server.redemption(code));

        assertThat(error(answer)).isEmpty();
    }

    @Test
    void a31RefusesACodeAfterAMinute() {
        var code = server.code();
        world.clock.advance(Duration.ofSeconds(60));

        var answer = server.token(server.redemption(code));

        assertThat(error(answer)).isEqualTo("invalid_grant");
    }

    @Test
    void t03RefusesAnotherClientsCodeAndLeavesItToItsOwner() {
        var redemption = server.redemption(server.code());

        var theft = server.token(with(redemption, "client_id", "notebook"));

        assertThat(error(theft)).isEqualTo("invalid_grant");
        assertThat(error(server.token(redemption))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"another-verifier-of-at-least-43-characters-xx", "short", "ümlaut-ümlaut-ümlaut-ümlaut-ümlaut-ümlaut-ümlaut"})
    void t04RefusesACodeWithoutItsVerifierAndForGood(String verifier) {
        var redemption = server.redemption(server.code());

        var wrong = server.token(with(redemption, "code_verifier", verifier));

        assertThat(error(wrong)).isEqualTo("invalid_grant");
        assertThat(error(server.token(redemption))).isEqualTo("invalid_grant");
    }

    @Test
    void t04RefusesAVerifierThatIsTheChallenge() {
        var answer = server.token(with(server.redemption(server.code()), "code_verifier", OAuthServer.CHALLENGE));

        assertThat(error(answer)).isEqualTo("invalid_grant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"code_verifier", "redirect_uri"})
    void refusesACodeWithoutWhatBelongsToIt(String missing) {
        var answer = server.token(with(server.redemption(server.code()), missing));

        assertThat(error(answer)).isEqualTo("invalid_grant");
    }

    @Test
    void t05RefusesAnotherRedirectUri() {
        var answer = server.token(with(server.redemption(server.code()), "redirect_uri", OAuthWorld.CALLBACK + "/"));

        assertThat(error(answer)).isEqualTo("invalid_grant");
    }

    @ParameterizedTest
    @ValueSource(strings = {ALL, READS + "/", OAuthWorld.URL, "not a uri"})
    void t06RefusesAnotherResource(String resource) {
        world.servers.activate(ALL);

        var answer = server.token(with(server.redemption(server.code()), "resource", resource));

        assertThat(error(answer)).isEqualTo("invalid_target");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "client_credentials", "urn:ietf:params:oauth:grant-type:device_code", "implicit",
        "urn:ietf:params:oauth:grant-type:token-exchange", "urn:ietf:params:oauth:grant-type:jwt-bearer", "AUTHORIZATION_CODE"})
    void t09KnowsNoOtherGrant(String grantType) {
        Map<String, List<String>> form = form(
                "grant_type", grantType, "client_id", "inspector", "username", "ada", "password", "gatehouse", "assertion", "x");

        var answer = server.token(form);

        assertThat(error(answer)).isEqualTo("unsupported_grant_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"grant_type", "code"})
    void refusesARequestWithoutARequiredParameter(String missing) {
        var answer = server.token(with(server.redemption(server.code()), missing));

        assertThat(error(answer)).isEqualTo("invalid_request");
    }

    @Test
    void a30RefusesIfThePersonWasDeactivatedAfterConsent() {
        var code = server.code();
        world.deactivate(ADA);

        var answer = server.token(server.redemption(code));

        assertThat(error(answer)).isEqualTo("invalid_grant");
    }

    @Test
    void refusesAnAccessTokenOrRefreshTokenAsACode() {
        var tokens = server.connect();

        var answer = server.token(with(server.redemption(server.code()), "code", refreshToken(tokens)));

        assertThat(error(answer)).isEqualTo("invalid_grant");
        assertThat(error(server.token(with(server.redemption(server.code()), "code", accessToken(tokens))))).isEqualTo("invalid_grant");
    }
}
