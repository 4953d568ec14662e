package org.gatehouse.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import io.restassured.http.ContentType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The built-in authorization server over HTTP: sign-in, consent, codes, tokens, revocation. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class AuthorizationServerIT {
    private final Agent agent = new Agent(Server.READS);

    @Deployment(testable = false)
    static WebArchive serverSide() {
        return ServerSide.deployment();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/login", "/login?request=none", "/logout", "/connections", "/security", "/security/enrol", "/oauth2/authorize", "/oauth2/authorize?client_id=nobody",
        "/consent?request=none", "/no/such/page", "/login/external/callback"})
    void a22EveryPageIsKeptOutOfFramesCachesAndReferers(String path) {
        var page = given().redirects().follow(false).accept("text/html").get(Server.at(path)).then().extract();

        assertThat(page.header("Content-Security-Policy")).as(page.statusCode() + " " + path).contains("frame-ancestors 'none'").doesNotContain("unsafe-inline");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void v17a16AnEchoedValueNeverMakesAHeader() throws Exception {
        var broken = refusedWithState("a%0D%0AX-Injected%3A%20yes%0D%0A%0D%0A%3Cscript%3E");
        var marked = refusedWithState("%3Cscript%3E%26%23%22");

        // RFC 6749 appendix A.5: a state has visible characters and blanks only, so a line break is not echoed at all.
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.headers().map()).doesNotContainKeys("location", "x-injected");
        assertThat(broken.body()).doesNotContain("<script");
        assertThat(marked.headers().firstValue("Location").orElseThrow())
                .contains("error=unsupported_response_type", "state=%3Cscript%3E%26%23%22");
    }

    private static HttpResponse<String> refusedWithState(String state) throws Exception {
        String query = "client_id=inspector&redirect_uri=http%3A%2F%2F127.0.0.1%3A43210%2Foauth%2Fcallback&response_type=token&state=" + state;
        HttpRequest request = HttpRequest.newBuilder(Server.at("/oauth2/authorize?" + query)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void m01PublishesItsMetadata() {
        given().get(Server.at("/.well-known/oauth-authorization-server"))
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("issuer", equalTo(Server.URL))
                .body("authorization_endpoint", equalTo(Server.URL + "/oauth2/authorize"))
                .body("code_challenge_methods_supported", containsInAnyOrder("S256"))
                .body("grant_types_supported", containsInAnyOrder("authorization_code", "refresh_token"))
                .body("response_types_supported", containsInAnyOrder("code"))
                .body("authorization_response_iss_parameter_supported", equalTo(true));
    }

    @Test
    void givesATokenForOneServerOnly() throws Exception {
        var tokens = agent.connect(new Person("rep.west.1"), "mcp_api.read refresh_token").getTokens();

        SignedJWT token = SignedJWT.parse(tokens.getAccessToken().getValue());
        assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly(Server.mcp(Server.READS));
        assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo(Server.URL);
        assertThat(token.getJWTClaimsSet().getStringClaim("client_id")).isEqualTo("inspector");
        assertThat(tokens.getRefreshToken()).isNotNull();
    }

    @Test
    void namesClientHostServerAndScopesOnTheConsentPage() {
        var person = new Person("rep.west.1");

        HttpResponse<String> consent = person.signIn(person.open(agent.authorizationUrl("mcp_api.read")));

        String text = Jsoup.parse(consent.body()).text();
        assertThat(text).contains("MCP Inspector").contains("127.0.0.1").contains("Object Reads").containsIgnoringCase("read");
    }

    @Test
    void returnsAccessDeniedWhenThePersonSaysNo() {
        URI redirect = agent.deniedBy(new Person("rep.west.1"));

        assertThat(agent.parse(redirect).toErrorResponse().getErrorObject()).isEqualTo(OAuth2Error.ACCESS_DENIED);
    }

    @Test
    void a27RefusesAPersonWhoMayNotUseTheApp() {
        URI redirect = new Person("rep.west.2").allow(agent.authorizationUrl("mcp_api.read"));

        AuthorizationResponse response = agent.parse(redirect);
        assertThat(response.indicatesSuccess()).isFalse();
        assertThat(response.toErrorResponse().getErrorObject()).isEqualTo(OAuth2Error.ACCESS_DENIED);
    }

    @Test
    void a29AnswersAWrongPasswordAndAnUnknownPersonAlike() {
        var wrongPassword = new Person("rep.west.1", "wrong");
        var unknown = new Person("nobody.at.all", "wrong");

        String one = Jsoup.parse(wrongPassword.signIn(wrongPassword.open(agent.authorizationUrl("mcp_api.read"))).body()).text();
        String other = Jsoup.parse(unknown.signIn(unknown.open(agent.authorizationUrl("mcp_api.read"))).body()).text();

        assertThat(one).isEqualTo(other).doesNotContain("Allow");
    }

    @Test
    void t01RedeemsACodeOnceAndEndsTheConnectionOnReplay() {
        URI redirect = new Person("rep.west.1").allow(agent.authorizationUrl("mcp_api.read"));
        String token = agent.redeem(redirect).toSuccessResponse().getTokens().getAccessToken().getValue();
        Mcp.list(token, Server.READS).statusCode(200);

        var replay = agent.redeem(redirect);

        assertThat(replay.toErrorResponse().getErrorObject()).isEqualTo(OAuth2Error.INVALID_GRANT);
        Mcp.list(token, Server.READS).statusCode(401);
    }

    @Test
    void t04RefusesACodeWithAnotherVerifier() {
        URI redirect = new Person("rep.west.1").allow(agent.authorizationUrl("mcp_api.read"));
        var code = agent.parse(redirect).toSuccessResponse().getAuthorizationCode();

        var answer = agent.redeem(code, new CodeVerifier());

        assertThat(answer.toErrorResponse().getErrorObject()).isEqualTo(OAuth2Error.INVALID_GRANT);
    }

    @Test
    void t10RotatesRefreshTokensAndEndsTheConnectionOnReuse() {
        RefreshToken first = agent.connect(new Person("rep.west.1"), "mcp_api.read refresh_token").getTokens().getRefreshToken();

        var graced = agent.refresh(first).toSuccessResponse().getTokens();
        var second = agent.refresh(first).toSuccessResponse().getTokens();
        var third = agent.refresh(second.getRefreshToken()).toSuccessResponse().getTokens();
        var reuse = agent.refresh(first);

        assertThat(second.getRefreshToken()).isNotEqualTo(first).isEqualTo(graced.getRefreshToken());
        assertThat(reuse.toErrorResponse().getErrorObject()).isEqualTo(OAuth2Error.INVALID_GRANT);
        assertThat(agent.refresh(third.getRefreshToken()).indicatesSuccess()).isFalse();
        Mcp.list(second.getAccessToken().getValue(), Server.READS).statusCode(401);
    }

    @Test
    void r02RevocationEndsTheConnectionAtOnceLiveTokenIncluded() {
        var tokens = agent.connect(new Person("rep.west.1"), "mcp_api.read refresh_token").getTokens();
        Mcp.list(tokens.getAccessToken().getValue(), Server.READS).statusCode(200);

        given().formParam("token", tokens.getRefreshToken().getValue())
                .formParam("client_id", "inspector")
                .post(Server.at("/oauth2/revoke"))
                .then()
                .statusCode(200);

        Mcp.list(tokens.getAccessToken().getValue(), Server.READS).statusCode(401);
        assertThat(agent.refresh(tokens.getRefreshToken()).indicatesSuccess()).isFalse();
    }

    @Test
    void a01ShowsAPageAndRedirectsNowhereForAnUnknownCallback() {
        given().redirects()
                .follow(false)
                .queryParam("response_type", "code")
                .queryParam("client_id", "inspector")
                .queryParam("redirect_uri", "https://evil.example/callback")
                .get(Server.at("/oauth2/authorize"))
                .then()
                .statusCode(400)
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Cache-Control", containsString("no-store"))
                .body(containsString("redirect"));
    }

    @Test
    void a20RefusesASignInPostedFromAnotherSite() {
        given().redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "cross-site")
                .header("Origin", "https://evil.example")
                .formParam("username", "rep.west.1")
                .formParam("password", Person.DEMO_PASSWORD)
                .post(Server.at("/login"))
                .then()
                .statusCode(403);
    }

    @Test
    void t19KeepsNoUsableTokenCodeOrSecretInTheDatabase() {
        var tokens = agent.connect(new Person("rep.west.1"), "mcp_api.read refresh_token").getTokens();

        String stored = ServerSide.rows("SELECT token_hash, grant_id FROM gatehouse.refresh_token").toString()
                + ServerSide.rows("SELECT code_hash FROM gatehouse.authorization_code")
                + ServerSide.rows("SELECT private_jwe FROM gatehouse.signing_key");

        assertThat(stored).doesNotContain(tokens.getRefreshToken().getValue(), tokens.getAccessToken().getValue(), "\"d\"");
    }

    @Test
    void r07APersonWhoIsDisabledLosesTheConnection() {
        var tokens = agent.connect(new Person("rep.east.9"), "mcp_api.read refresh_token").getTokens();
        Mcp.list(tokens.getAccessToken().getValue(), Server.READS).statusCode(200);

        ServerSide.change("UPDATE gatehouse.app_user SET active = FALSE WHERE username = 'rep.east.9'");
        try {
            Mcp.list(tokens.getAccessToken().getValue(), Server.READS).statusCode(401);
            assertThat(agent.refresh(tokens.getRefreshToken()).indicatesSuccess()).isFalse();
        } finally {
            ServerSide.change("UPDATE gatehouse.app_user SET active = TRUE WHERE username = 'rep.east.9'");
        }
    }

    @Test
    void r06LetsAPersonSeeAndEndTheirOwnConnections() {
        var person = new Person("rep.west.8");
        var tokens = new Agent(Server.READS).connect(person, "mcp_api.read").getTokens();
        var page = person.open(Server.at("/connections"));
        assertThat(Jsoup.parse(page.body()).text()).contains("MCP Inspector").contains(Server.mcp(Server.READS));

        person.press(page, "End connection", Map.of());

        Mcp.list(tokens.getAccessToken().getValue(), Server.READS).statusCode(401);
        assertThat(Jsoup.parse(person.open(Server.at("/connections")).body()).text()).contains("No agent is connected");
    }

    @Test
    void letsAPersonLeaveOutStayingConnected() {
        var agent = new Agent(Server.READS);
        var person = new Person("rep.west.1");
        var page = person.signIn(person.open(agent.authorizationUrl("mcp_api.read refresh_token")));

        var redirect = person.press(page, "Allow", Map.of("scope", "mcp_api.read"));

        var tokens = agent.redeem(URI.create(redirect.headers().firstValue("Location").orElseThrow())).toSuccessResponse().getTokens();
        assertThat(tokens.getRefreshToken()).isNull();
        assertThat(tokens.getAccessToken().getScope().toStringList()).containsExactly("mcp_api.read");
    }
}
