package org.gatehouse.oauth.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatehouse.oauth.OAuthWorld.ADA;
import static org.gatehouse.oauth.OAuthWorld.ALL;
import static org.gatehouse.oauth.OAuthWorld.CALLBACK;
import static org.gatehouse.oauth.OAuthWorld.READS;
import static org.gatehouse.oauth.OAuthWorld.URL;
import static org.gatehouse.oauth.grant.OAuthServer.form;
import static org.gatehouse.oauth.grant.OAuthServer.query;
import static org.gatehouse.oauth.grant.OAuthServer.with;
import static org.gatehouse.platform.database.schema.Tables.CLIENT;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatehouse.identity.Assurance;
import org.gatehouse.identity.SignedInUser;
import org.gatehouse.oauth.OAuthWorld;
import org.gatehouse.oauth.grant.PendingAuthorization.Asking;
import org.gatehouse.oauth.token.OAuthScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6749 section 4.1.1 and 4.1.2.1, RFC 7636 section 4.3, RFC 8707 section 2, RFC 9207. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorizationRequestsTest {
    private final OAuthWorld world;
    private final OAuthServer server;
    private final Map<String, List<String>> good = form(
            "response_type", "code", "client_id", "inspector", "redirect_uri", CALLBACK, "state", "xyz", "scope", "mcp_api refresh_token",
            "resource", READS, "code_challenge", OAuthServer.CHALLENGE, "code_challenge_method", "S256");

    AuthorizationRequestsTest(@TempDir Path home) {
        world = new OAuthWorld(home);
        server = new OAuthServer(world);
    }

    @Test
    void asksAPersonWhoHasNotSignedInToSignIn() {
        var answer = examine(good);

        assertThat(answer).isEqualTo(new AuthorizationAnswer.SignIn(new PendingAuthorization(
                "inspector", CALLBACK, "xyz", READS, Set.of(OAuthScope.MCP_API, OAuthScope.REFRESH_TOKEN), OAuthServer.CHALLENGE,
                false, Assurance.STANDARD, Asking.IF_NEW, world.clock.instant())));
    }

    @Test
    void asksAPersonWhoHasSignedInForConsent() {
        var answer = server.requests.examine(good, signedIn());

        assertThat(answer).isInstanceOf(AuthorizationAnswer.AskConsent.class);
    }

    @Test
    void asksForANewSignInIfTheClientWantsOne() {
        var answer = server.requests.examine(with(good, "prompt", "login"), signedIn());

        assertThat(answer).isInstanceOf(AuthorizationAnswer.SignIn.class);
    }

    @ParameterizedTest
    @CsvSource({"client_id, unknown", "client_id, INSPECTOR", "redirect_uri, https://client.example/callback/", "redirect_uri, https://evil.example/"})
    void a01a06RedirectsNowhereIfClientOrRedirectUriIsNotKnown(String name, String value) {
        var answer = examine(with(good, name, value));

        assertThat(answer).isInstanceOf(AuthorizationAnswer.Shown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id", "redirect_uri"})
    void a06RedirectsNowhereIfClientOrRedirectUriIsMissing(String name) {
        assertThat(examine(with(good, name))).isInstanceOf(AuthorizationAnswer.Shown.class);
    }

    @ParameterizedTest
    @CsvSource({"client_id, inspector", "redirect_uri, https://client.example/callback"})
    void redirectsNowhereIfClientOrRedirectUriIsRepeated(String name, String value) {
        assertThat(examine(with(good, name, value, value))).isInstanceOf(AuthorizationAnswer.Shown.class);
    }

    @Test
    void m07RedirectsNowhereIfTheClientsDocumentWasNotReadLately(@TempDir Path home) {
        var other = new OAuthWorld(home);
        other.set("inspector", CLIENT.KIND, "MetadataDocument");
        var requests = new OAuthServer(other).requests;
        assertThat(requests.examine(good, Optional.empty())).isInstanceOf(AuthorizationAnswer.Shown.class);

        other.documentRead("inspector", Duration.ofMinutes(5));

        assertThat(requests.examine(good, Optional.empty())).isInstanceOf(AuthorizationAnswer.SignIn.class);
        other.clock.advance(Duration.ofMinutes(5));
        assertThat(requests.examine(good, Optional.empty())).isInstanceOf(AuthorizationAnswer.Shown.class);
    }

    @Test
    void m08TellsAPersonThatTheClientWaitsForApproval(@TempDir Path home) {
        var other = new OAuthWorld(home);
        other.disable("inspector");
        other.registeredItself("inspector");

        var answer = new OAuthServer(other).requests.examine(good, signedIn());

        assertThat(answer).isInstanceOfSatisfying(
                AuthorizationAnswer.Shown.class, shown -> assertThat(shown.message()).contains("waits for an administrator"));
    }

    @Test
    void a06RedirectsNowhereIfTheClientIsDisabled(@TempDir Path home) {
        var other = new OAuthWorld(home);
        other.disable("inspector");

        var answer = new OAuthServer(other).requests.examine(good, Optional.empty());

        assertThat(answer).isInstanceOf(AuthorizationAnswer.Shown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "id_token", "code token", "none", "CODE"})
    void a08IssuesNothingForAnotherResponseType(String type) {
        assertRefused(with(good, "response_type", type), "unsupported_response_type");
    }

    @Test
    void a08IssuesNothingWithoutAResponseType() {
        assertRefused(with(good, "response_type"), "unsupported_response_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "s256", "S512"})
    void a09RefusesAnotherMethodThanS256(String method) {
        assertRefused(with(good, "code_challenge_method", method), "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"code_challenge", "code_challenge_method"})
    void a09RefusesARequestWithoutChallengeOrMethod(String missing) {
        assertRefused(with(good, missing), "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 42, 44, 129, 10_000})
    void a10RefusesAChallengeThatIsShorterOrLongerThanAHash(int length) {
        assertRefused(with(good, "code_challenge", "a".repeat(length)), "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "+", "/", " ", "\u00e9"})
    void a10RefusesAChallengeThatIsNoBase64Url(String last) {
        assertRefused(with(good, "code_challenge", "a".repeat(42) + last), "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"form_post", "fragment", "query.jwt", "QUERY"})
    void a11RefusesAnotherResponseModeThanTheQuery(String mode) {
        assertRefused(with(good, "response_mode", mode), "invalid_request");
    }

    @Test
    void a12RefusesRequestObjectsAndFetchesNone() throws IOException {
        try (ServerSocket elsewhere = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            elsewhere.setSoTimeout(200);
            String uri = "http://127.0.0.1:" + elsewhere.getLocalPort() + "/request.jwt";

            assertRefused(with(good, "request_uri", uri), "request_uri_not_supported");
            assertRefused(with(good, "request", "eyJhbGciOiJub25lIn0.e30."), "request_not_supported");

            assertThatThrownBy(elsewhere::accept).as("nobody came").isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://evil.example/mcp/v1/platform/object-reads", ALL, READS + "/", READS + "?x=1", READS + "#x", READS + "#",
        "https://gatehouse.example:444/mcp/v1/platform/object-reads", "http://gatehouse.example/mcp/v1/platform/object-reads", "mcp/v1", "https://["
    })
    void a13RefusesAResourceThatIsNotAnActiveServerOfOurs(String resource) {
        assertRefused(with(good, "resource", resource), "invalid_target");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "mcp_api api", "MCP_API", "mcp\u0000_api", "mcp\u0007api refresh_token", "mcp_api,refresh_token"})
    void a14RefusesAScopeThatIsUnknownOrBeyondTheClient(String scope) {
        assertRefused(with(good, "scope", scope), "invalid_scope");
    }

    @Test
    void a14RefusesTenThousandScopesAndGivesNoMoreThanAskedForTenThousandTimes() {
        String many = IntStream.range(0, 10_000).mapToObj(n -> "scope" + n).collect(Collectors.joining(" "));

        assertRefused(with(good, "scope", many), "invalid_scope");

        assertThat(pending(examine(with(good, "scope", "mcp_api.read ".repeat(10_000)))).scopes()).containsExactly(OAuthScope.MCP_READ);
    }

    @Test
    void a17AnswersThatSomebodyWouldHaveToSignInWhereNobodyMayBeAsked() {
        assertRefused(with(good, "prompt", "none"), "login_required");
        assertRefused(with(good, "prompt", "none login"), "invalid_request");
    }

    @Test
    void a17AsksNobodyForASecondFactorEither(@TempDir Path home) {
        var strict = new OAuthWorld(home);
        strict.demandSecondFactor();

        var location = redirect(new OAuthServer(strict).requests.examine(with(good, "prompt", "none"), signedIn()));

        assertThat(query(location, "error")).isEqualTo("login_required");
    }

    @Test
    void asksForASignInAsSureAsTheProfileDemands(@TempDir Path home) {
        var strict = new OAuthWorld(home);
        strict.demandSecondFactor();
        var requests = new OAuthServer(strict).requests;
        var sure = new SignedInUser(ADA, strict.clock.instant(), Assurance.HIGH);

        assertThat(requests.examine(good, signedIn())).isInstanceOf(AuthorizationAnswer.SignIn.class);
        assertThat(requests.examine(good, Optional.of(sure))).isInstanceOf(AuthorizationAnswer.AskConsent.class);
    }

    /** Attack A15: an error carries the issuer as a code does. */
    private void assertRefused(Map<String, List<String>> request, String error) {
        var location = redirect(examine(request));

        assertThat(location.toString()).startsWith(CALLBACK + "?");
        assertThat(query(location, "error")).isEqualTo(error);
        assertThat(query(location, "state")).isEqualTo("xyz");
        assertThat(query(location, "iss")).isEqualTo(URL);
        assertThat(query(location, "code")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"scope, mcp_api, invalid_request", "response_type, code, invalid_request", "anything, x, invalid_request",
        "resource, https://gatehouse.example/mcp/v1/platform/object-reads, invalid_target"})
    void a07a13RefusesRepeatedParameters(String name, String value, String error) {
        assertRefused(with(good, name, value, value), error);
    }

    @ParameterizedTest
    @CsvSource({"none, NEVER", "consent, ALWAYS", "select_account, IF_NEW"})
    void readsWhetherThePersonIsAskedAgain(String prompt, Asking asking) {
        var answer = server.requests.examine(with(good, "prompt", prompt), signedIn());

        assertThat(answer).isInstanceOfSatisfying(
                AuthorizationAnswer.AskConsent.class, ask -> assertThat(ask.pending().asking()).isEqualTo(asking));
    }

    @Test
    void asksAPersonToSignInMoreSurelyIfThePolicyDemandsIt(@TempDir Path home) {
        var strict = new OAuthWorld(home);
        strict.set("inspector", CLIENT.REQUIRED_ASSURANCE, "HIGH");

        var answer = new OAuthServer(strict).requests.examine(good, signedIn());

        assertThat(pending(answer).assurance()).isEqualTo(Assurance.HIGH);
    }

    @Test
    void a13v18RefusesAServerThatTheClientMayNotReachLikeOneThatDoesNotExist(@TempDir Path home) {
        var other = new OAuthWorld(home);
        other.servers.activate(ALL);
        other.allowServer("inspector", "platform/object-all");
        var requests = new OAuthServer(other).requests;

        var barred = redirect(requests.examine(good, Optional.empty()));
        var unknown = redirect(requests.examine(with(good, "resource", URL + "/mcp/v1/platform/no-such-server"), Optional.empty()));

        assertThat(query(barred, "error")).isEqualTo("invalid_target");
        assertThat(barred).isEqualTo(unknown);
        assertThat(pending(requests.examine(with(good, "resource", ALL), Optional.empty())).resource()).isEqualTo(ALL);
    }

    @ParameterizedTest
    @MethodSource("states")
    void a16ReturnsTheStateExactly(String state) {
        var location = redirect(examine(with(with(good, "state", state), "scope", "unknown")));

        assertThat(query(location, "state")).isEqualTo(state);
        assertThat(location.toString()).isASCII();
    }

    static Stream<String> states() {
        return Stream.of("\"><script>alert(1)</script>", "é 漢字 🙂", "a b+c%2F&d=e#f", " leading and trailing ", " ", "'\"&<".repeat(1024));
    }

    @Test
    void asksForTheUsualScopesIfTheClientNamesNone() {
        var pending = pending(examine(with(good, "scope")));

        assertThat(pending.scopes()).containsExactlyInAnyOrder(OAuthScope.MCP_API, OAuthScope.REFRESH_TOKEN);
    }

    @Test
    void readsOfflineAccessAsRefreshToken() {
        var pending = pending(examine(with(good, "scope", "mcp_api.read offline_access")));

        assertThat(pending.scopes()).containsExactlyInAnyOrder(OAuthScope.MCP_READ, OAuthScope.REFRESH_TOKEN);
    }

    @Test
    void takesTheOnlyActiveServerIfTheClientNamesNone() {
        var pending = pending(examine(with(good, "resource")));

        assertThat(pending.resource()).isEqualTo(READS);
    }

    @Test
    void refusesToGuessBetweenServers(@TempDir Path home) {
        var other = new OAuthWorld(home);
        other.servers.activate(ALL);

        var location = redirect(new OAuthServer(other).requests.examine(with(good, "resource"), Optional.empty()));

        assertThat(query(location, "error")).isEqualTo("invalid_target");
    }

    @Test
    void acceptsSchemeAndHostOfTheResourceInUpperCase() {
        var pending = pending(examine(with(good, "resource", READS.replace("https://gatehouse.example", "HTTPS://GATEHOUSE.EXAMPLE"))));

        assertThat(pending.resource()).isEqualTo(READS);
    }

    @Test
    void ignoresParametersItDoesNotKnow() {
        assertThat(pending(examine(with(good, "dpop_jkt", "???"))).clientId()).isEqualTo("inspector");
    }

    private AuthorizationAnswer examine(Map<String, List<String>> parameters) {
        return server.requests.examine(parameters, Optional.empty());
    }

    private Optional<SignedInUser> signedIn() {
        return Optional.of(new SignedInUser(ADA, world.clock.instant().minusSeconds(60), Assurance.STANDARD));
    }

    private static URI redirect(AuthorizationAnswer answer) {
        assertThat(answer).isInstanceOf(AuthorizationAnswer.Redirected.class);
        return ((AuthorizationAnswer.Redirected) answer).location();
    }

    private static PendingAuthorization pending(AuthorizationAnswer answer) {
        assertThat(answer).isInstanceOf(AuthorizationAnswer.SignIn.class);
        return ((AuthorizationAnswer.SignIn) answer).pending();
    }
}
