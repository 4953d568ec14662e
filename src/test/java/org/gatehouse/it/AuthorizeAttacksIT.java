package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatehouse.it.AuthorizeRequest.LOOPBACK;
import static org.gatehouse.it.AuthorizeRequest.assertPage;
import static org.gatehouse.it.AuthorizeRequest.assertRefused;
import static org.gatehouse.it.AuthorizeRequest.good;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Authorization requests over HTTP that are not as they should be: which get a page that leads nowhere, which a redirect, and that none gets a code. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class AuthorizeAttacksIT {
    private static final String HTTPS = "https://claude.ai/api/mcp/auth_callback";

    @Deployment(testable = false)
    static WebArchive serverSide() {
        return ServerSide.deployment();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        HTTPS + "/", HTTPS + "/extra", HTTPS + "?x=1", HTTPS + "#x", HTTPS + "/..;/", "https://claude.ai/API/mcp/auth_callback", "https://Claude.ai/api/mcp/auth_callback",
        "http://claude.ai/api/mcp/auth_callback", "https://claude.ai:8443/api/mcp/auth_callback", "https://claude.ai:443/api/mcp/auth_callback",
        "https://claude.ai@evil.example/api/mcp/auth_callback", "https://claude.ai@@evil.example", "https://evil.example\\@claude.ai/api/mcp/auth_callback",
        "https://claude.ai/api/mcp/auth_callback\t", "https://claude.ai/api\n/mcp/auth_callback", HTTPS + "%00", HTTPS + "\u0000", "//claude.ai/api/mcp/auth_callback",
        "https://claude.ai/api/mcp/x/%2e%2e/auth_callback", "https://claude.ai//api/mcp/auth_callback", "https://claude.ai.evil.example/api/mcp/auth_callback",
        "javascript:alert(1)//https://claude.ai/api/mcp/auth_callback", ""
    })
    void a01a02a03ARedirectUriThatIsNotExactlyARegisteredOneGetsAPage(String redirectUri) {
        assertPage(AuthorizeRequest.of("claude", redirectUri).send(), redirectUri);
    }

    @Test
    void a01TheRegisteredOneGoesOnToThePerson() {
        assertThat(AuthorizeRequest.asksThePerson(AuthorizeRequest.of("claude", HTTPS).send())).isTrue();
        assertThat(AuthorizeRequest.asksThePerson(good().send())).as("any port of the person's own machine").isTrue();
    }

    /** What an administrator may not save is not used either, if it stands in the database all the same. */
    @ParameterizedTest
    @ValueSource(strings = {"JaVaScRiPt:alert(1)", "data:text/html,<script>alert(1)</script>", "file:///etc/passwd", "vbscript:x", "cursor://callback", "http://evil.example/cb"})
    void a05ASchemeThatABrowserActsOnIsNotRedirectedToEvenIfItIsRegistered(String redirectUri) {
        ServerSide.change("INSERT INTO gatehouse.client_redirect_uri VALUES ('claude', '" + redirectUri + "')");
        try {
            assertPage(AuthorizeRequest.of("claude", redirectUri).send(), redirectUri);
        } finally {
            ServerSide.change("DELETE FROM gatehouse.client_redirect_uri WHERE redirect_uri = '" + redirectUri + "'");
        }
    }

    @Test
    void a06WhereTheClientOrItsRedirectUriIsNotKnownThereIsAPageOnly() {
        assertPage(good().with("redirect_uri").send(), "missing, with several registered");
        assertPage(good().with("client_id").send(), "no client");
        assertPage(good().with("client_id", "nobody").send(), "an unknown client");
        assertPage(good().with("client_id", "INSPECTOR").send(), "a client of another case");
        assertPage(good().with("client_id", "inspector", "inspector").send(), "a client said twice");
        assertPage(good().with("redirect_uri", LOOPBACK, LOOPBACK).send(), "a redirect URI said twice");
        ServerSide.change("UPDATE gatehouse.client SET enabled = FALSE WHERE client_id = 'claude'");
        try {
            assertPage(AuthorizeRequest.of("claude", HTTPS).send(), "a blocked client");
        } finally {
            ServerSide.change("UPDATE gatehouse.client SET enabled = TRUE WHERE client_id = 'claude'");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "id_token", "code token", "code id_token", "none", "CODE", " "})
    void a08AnotherResponseTypeIsTheClientsMistake(String type) {
        assertRefused(good().with("response_type", type).send(), LOOPBACK, "unsupported_response_type");
        assertRefused(good().with("response_type").send(), LOOPBACK, "unsupported_response_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "s256", "S512", ""})
    void a09AnotherMethodThanS256OrNoneIsRefused(String method) {
        assertRefused(good().with("code_challenge_method", method).send(), LOOPBACK, "invalid_request");
        assertRefused(good().with("code_challenge_method").send(), LOOPBACK, "invalid_request");
        assertRefused(good().with("code_challenge").send(), LOOPBACK, "invalid_request");
    }

    @Test
    void a10AChallengeThatIsNoHashIsRefused() {
        for (String challenge : List.of("a", "a".repeat(42), "a".repeat(44), "a".repeat(129), "a".repeat(42) + "=", "a".repeat(42) + "+", "a".repeat(42) + "é")) {
            assertRefused(good().with("code_challenge", challenge).send(), LOOPBACK, "invalid_request");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"form_post", "fragment", "query.jwt", "web_message", "QUERY"})
    void a11AnotherResponseModeIsRefusedInTheQuery(String mode) {
        assertRefused(good().with("response_mode", mode).send(), LOOPBACK, "invalid_request");
    }

    @Test
    void a12RequestObjectsAreRefusedAndNobodyIsAskedForThem() throws Exception {
        try (ServerSocket elsewhere = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            elsewhere.setSoTimeout(500);
            String uri = "http://127.0.0.1:" + elsewhere.getLocalPort() + "/request.jwt";

            assertRefused(good().with("request_uri", uri).send(), LOOPBACK, "request_uri_not_supported");
            assertRefused(good().with("request", "eyJhbGciOiJub25lIn0.e30.").send(), LOOPBACK, "request_not_supported");

            assertThatThrownBy(elsewhere::accept).as("nobody came").isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://evil.example/mcp", "/mcp/v1/platform/object-reads", "@/mcp/v1/platform/object-reads/", "@/mcp/v1/platform/object-reads#x",
        "@/mcp/v1/platform/object-reads?x=1", "@/mcp/v1/platform/object-all", "@/mcp/v1/platform/no-such-server", "@/MCP/v1/platform/object-reads", "https://["
    })
    void a13AResourceThatIsNoActiveServerOfThisInstallationIsRefused(String resource) {
        assertRefused(good().with("resource", resource.replace("@", Server.URL)).send(), LOOPBACK, "invalid_target");
    }

    @Test
    void a13TwoResourcesAreRefused() {
        assertRefused(good().with("resource", Server.mcp(Server.READS), Server.mcp(Server.READS)).send(), LOOPBACK, "invalid_target");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "mcp_api api", "MCP_API", "mcp_api,refresh_token", "openid profile", "admin"})
    void a14AScopeThatIsUnknownOrBeyondTheClientIsRefused(String scope) {
        assertRefused(good().with("scope", scope).send(), LOOPBACK, "invalid_scope");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scope", "state", "resource", "nonce"})
    void a14AControlCharacterMakesItNoRequestAtAll(String name) {
        for (String character : List.of("\u0000", "\u0007", "\r\n", "\u0085")) {
            assertPage(good().with(name, "mcp_api.read" + character).send(), name);
        }
    }

    @Test
    void a14ThousandsOfScopesGetNobodyAnywhere() {
        String many = IntStream.range(0, 10_000).mapToObj(n -> "s" + n).collect(Collectors.joining(" "));
        String some = IntStream.range(0, 1_000).mapToObj(n -> "s" + n).collect(Collectors.joining(" "));

        assertThat(good().with("scope", many).statusOrCut()).as("a URL of 60 KB").isBetween(400, 499);
        assertRefused(good().with("scope", some).send(), LOOPBACK, "invalid_scope");
    }

    @Test
    void a17WhereNobodyMayBeAskedTheClientIsToldSo() {
        assertRefused(good().with("prompt", "none").send(), LOOPBACK, "login_required");
        assertRefused(good().with("prompt", "none login").send(), LOOPBACK, "invalid_request");
        assertRefused(good().with("prompt", "everything").send(), LOOPBACK, "invalid_request");

        var person = new Person("rep.east.2");
        person.signIn();
        AuthorizeRequest asking = AuthorizeRequest.of("claude", HTTPS);
        AuthorizeRequest unasked = asking.with("prompt", "none");
        assertRefused(unasked.send(person.sessionId()), HTTPS, "consent_required");
        person.allow(asking.url());

        URI answer = Person.location(unasked.send(person.sessionId()));
        assertThat(AuthorizeRequest.query(answer)).as("who has approved the same before need not be asked").containsKey("code");
    }

    @ParameterizedTest
    @CsvSource({"scope, unknown", "response_type, token", "resource, https://evil.example/"})
    void a15a16ARefusalHasTheIssuerAndTheStateByteForByte(String name, String value) {
        for (String state : List.of("\"><script>alert(1)</script>", "a b+c%2F&d=e#f", "'\"&<".repeat(1024))) {
            HttpResponse<String> answer = good().with(name, value).with("state", state).send();

            var said = AuthorizeRequest.query(Person.location(answer));
            assertThat(said.get("state")).containsExactly(state);
            assertThat(said.get("iss")).containsExactly(Server.URL);
        }
    }

    @Test
    void aRefusalIssuesNothingThatTheDatabaseKnows() {
        String everything = "SELECT (SELECT COUNT(*) FROM gatehouse.authorization_code), (SELECT COUNT(*) FROM gatehouse.oauth_grant)";
        List<List<String>> before = ServerSide.rows(everything);

        List<HttpResponse<String>> answers = new ArrayList<>();
        answers.add(good().with("client_id", "nobody").send());
        answers.add(good().with("response_type", "token").send());
        answers.add(good().with("scope", "unknown").send());
        answers.add(good().send());

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(400, 303, 303, 303);
        assertThat(ServerSide.rows(everything)).isEqualTo(before);
    }
}
