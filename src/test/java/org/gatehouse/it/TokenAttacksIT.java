package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.platform.json.Json;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Group T of the attacks over HTTP: codes, refresh tokens and secrets in the wrong hands, or after something has changed. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenAttacksIT {
    private static final String PUBLIC = "it-token-public";
    private static final String SECRET = "it-token-secret";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Api api = Api.asAdmin();
    private String secret = "";

    /** What changes between the consent and the refresh. */
    enum Change {
        PERSON_DISABLED,
        APP_BLOCKED,
        APP_LOSES_THE_SERVER,
        APP_LOSES_THE_PERSON,
        ADDRESS_OUTSIDE,
        CONSENT_WITHDRAWN,
        ENDED_WITH_OTHERS
    }

    @Deployment(testable = false)
    static WebArchive serverSide() {
        return ServerSide.deployment();
    }

    @BeforeAll
    void addClients() {
        api.create(PUBLIC, "none").statusCode(201);
        api.create(SECRET, "client_secret_basic").statusCode(201);
        secret = api.request().post("/clients/" + SECRET + "/secrets").then().statusCode(200).extract().path("secret");
    }

    @Test
    void t05t06ACodeIsForItsRedirectUriAndItsResource() {
        assertRefused(post(with(redemption(), "redirect_uri", "http://127.0.0.1:43211/oauth/callback")), 400, "invalid_grant");
        Map<String, String> bare = redemption();
        bare.remove("redirect_uri");
        assertRefused(post(bare), 400, "invalid_grant");
        assertRefused(post(with(redemption(), "resource", Server.mcp("platform/object-all"))), 400, "invalid_target");
    }

    @Test
    void t04ACodeIsTriedOnceAndNoMore() {
        Map<String, String> redemption = redemption();
        Map<String, String> without = new HashMap<>(redemption);
        without.remove("code_verifier");

        assertRefused(post(without), 400, "invalid_grant");
        assertRefused(post(redemption), 400, "invalid_grant");
    }

    @Test
    void t08AClientProvesItselfOnceAndByWhatIsItsOwn() {
        Map<String, String> refreshment = Map.of("grant_type", "refresh_token", "refresh_token", "x", "client_id", SECRET);

        assertRefused(post(refreshment), 401, "invalid_client");
        assertRefused(post(with(refreshment, "client_secret", secret + "x")), 401, "invalid_client");
        assertRefused(post(with(refreshment, "client_secret", secret), SECRET, secret), 401, "invalid_client");
        assertRefused(post(refreshment, SECRET, secret + "x"), 401, "invalid_client");
        assertRefused(post(refreshment, SECRET, ""), 401, "invalid_client");
        assertRefused(post(with(refreshment, "client_id", PUBLIC), SECRET, secret), 401, "invalid_client");
        assertRefused(post(Map.of("grant_type", "refresh_token", "refresh_token", "x"), PUBLIC, "a secret of a client that has none"), 401, "invalid_client");
        assertRefused(post(refreshment, SECRET, secret), 400, "invalid_grant");
    }

    @Test
    void t16ARefreshNarrowsAndNeverWidens() {
        Map<String, String> refreshment = refreshment(connect());

        assertRefused(post(with(refreshment, "scope", "mcp_api")), 400, "invalid_scope");
        assertRefused(post(with(refreshment, "resource", Server.mcp("platform/object-all"))), 400, "invalid_target");
        JsonNode narrower = Json.literal(post(with(refreshment, "scope", "mcp_api.read")).body());
        assertThat(narrower.path("scope").asText()).isEqualTo("mcp_api.read");
    }

    @Test
    void t18ARefreshTokenOfOneClientIsNothingInTheHandsOfAnother() {
        JsonNode tokens = connect();

        assertRefused(post(with(refreshment(tokens), "client_id", "inspector")), 400, "invalid_grant");

        assertThat(post(refreshment(tokens)).statusCode()).as("and is left to its owner").isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void t17ARefreshIsRefusedAfterAnyOfThese(Change change) {
        JsonNode tokens = connect();

        make(change);

        try {
            boolean blocked = change == Change.APP_BLOCKED;
            assertRefused(post(refreshment(tokens)), blocked ? 401 : 400, blocked ? "invalid_client" : "invalid_grant");
            Mcp.list(tokens.path("access_token").asText(), Server.READS).statusCode(401);
        } finally {
            undo(change);
        }
    }

    @Test
    void r01r08ATokenIsTakenBackByItsOwnerOnlyAndEveryAnswerIsTheSame() {
        JsonNode tokens = connect();
        String access = tokens.path("access_token").asText();

        HttpResponse<String> another = revoke(Map.of("token", access, "client_id", "inspector"));
        Mcp.list(access, Server.READS).statusCode(200);
        HttpResponse<String> unknown = revoke(Map.of("token", "nothing of ours", "client_id", PUBLIC));
        HttpResponse<String> own = revoke(Map.of("token", access, "client_id", PUBLIC, "token_type_hint", "refresh_token"));

        assertThat(List.of(another, unknown, own)).extracting(answer -> answer.statusCode() + answer.body()).containsOnly("200");
        Mcp.list(access, Server.READS).statusCode(401);
        assertRefused(post(refreshment(tokens)), 400, "invalid_grant");
    }

    private void make(Change change) {
        switch (change) {
            case PERSON_DISABLED -> ServerSide.change("UPDATE gatehouse.app_user SET active = FALSE WHERE username = 'rep.west.9'");
            case APP_BLOCKED -> api.request().post("/clients/" + PUBLIC + "/block").then().statusCode(200);
            case APP_LOSES_THE_SERVER -> servers(List.of(Map.of("name", "platform/object-all")));
            case APP_LOSES_THE_PERSON -> permitted("AdminApprovedPreAuthorized");
            case ADDRESS_OUTSIDE -> api.ranges(PUBLIC, "203.0.113.0", "203.0.113.255").statusCode(200);
            case CONSENT_WITHDRAWN -> {
                var person = new Person("rep.west.9");
                person.signIn();
                var page = person.open(Server.at("/connections"));
                while (page.body().contains("End connection of")) {
                    person.press(page, "End connection", Map.of());
                    page = person.open(Server.at("/connections"));
                }
            }
            case ENDED_WITH_OTHERS -> api.request().body(Map.of("client", PUBLIC)).post("/revocations").then().statusCode(202);
        }
    }

    private void undo(Change change) {
        switch (change) {
            case PERSON_DISABLED -> ServerSide.change("UPDATE gatehouse.app_user SET active = TRUE WHERE username = 'rep.west.9'");
            case APP_BLOCKED -> api.request().post("/clients/" + PUBLIC + "/unblock").then().statusCode(200);
            case APP_LOSES_THE_SERVER -> servers(List.of(Map.of("name", Server.READS)));
            case APP_LOSES_THE_PERSON -> permitted("AllSelfAuthorized");
            case ADDRESS_OUTSIDE -> api.ranges(PUBLIC).statusCode(200);
            case CONSENT_WITHDRAWN, ENDED_WITH_OTHERS -> { }
        }
    }

    private void servers(List<Map<String, String>> servers) {
        Map<String, Object> settings = api.client(PUBLIC);
        settings.put("servers", servers);
        api.putClient(PUBLIC, settings).statusCode(200);
    }

    private void permitted(String users) {
        ServerSide.change("UPDATE gatehouse.client SET permitted_users = '" + users + "' WHERE client_id = '" + PUBLIC + "'");
    }

    private static JsonNode connect() {
        HttpResponse<String> answer = post(redemption());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.literal(answer.body());
    }

    /** A good token request for a new code. */
    private static Map<String, String> redemption() {
        URI redirect = new Person("rep.west.9").allow(
                AuthorizeRequest.of(PUBLIC, AuthorizeRequest.LOOPBACK).with("scope", "mcp_api.read refresh_token").url());
        return new HashMap<>(Map.of(
                "grant_type", "authorization_code", "client_id", PUBLIC, "code", AuthorizeRequest.query(redirect).getOrDefault("code", List.of()).getFirst(), "redirect_uri",
                AuthorizeRequest.LOOPBACK, "code_verifier", AuthorizeRequest.VERIFIER.getValue(), "resource", Server.mcp(Server.READS)));
    }

    private static Map<String, String> refreshment(JsonNode tokens) {
        return Map.of("grant_type", "refresh_token", "client_id", PUBLIC, "refresh_token", tokens.path("refresh_token").asText());
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        Map<String, String> changed = new HashMap<>(form);
        changed.put(name, value);
        return changed;
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String error) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(Json.literal(answer.body()).path("error").asText()).isEqualTo(error);
        assertThat(answer.body()).doesNotContain("token\"");
    }

    private static HttpResponse<String> post(Map<String, String> form) {
        return send("/oauth2/token", form, Map.of());
    }

    private static HttpResponse<String> post(Map<String, String> form, String id, String secret) {
        String basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return send("/oauth2/token", form, Map.of("Authorization", "Basic " + basic));
    }

    private static HttpResponse<String> revoke(Map<String, String> form) {
        return send("/oauth2/revoke", form, Map.of());
    }

    private static HttpResponse<String> send(String path, Map<String, String> form, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(Server.at(path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Visitor.form(form)));
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
