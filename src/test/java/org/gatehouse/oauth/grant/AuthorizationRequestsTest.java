package org.gatehouse.oauth.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.oauth.OAuthWorld.ADA;
import static org.gatehouse.oauth.OAuthWorld.ALL;
import static org.gatehouse.oauth.OAuthWorld.CALLBACK;
import static org.gatehouse.oauth.OAuthWorld.READS;
import static org.gatehouse.oauth.OAuthWorld.URL;
import static org.gatehouse.oauth.grant.OAuthServer.form;
import static org.gatehouse.oauth.grant.OAuthServer.query;
import static org.gatehouse.oauth.grant.OAuthServer.with;
import static org.gatehouse.platform.database.schema.Tables.CLIENT;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource(delimiter = '|', value = {
        "response_type         | token            | unsupported_response_type",
        "response_type         | id_token         | unsupported_response_type",
        "response_type         | code token       | unsupported_response_type",
        "response_type         | none             | unsupported_response_type",
        "response_mode         | form_post        | invalid_request",
        "response_mode         | fragment         | invalid_request",
        "response_mode         | query.jwt        | invalid_request",
        "request               | eyJhbGciOiJub25lIn0.e30. | request_not_supported",
        "request_uri           | https://evil.example/r | request_uri_not_supported",
        "code_challenge_method | plain            | invalid_request",
        "code_challenge_method | s256             | invalid_request",
        "code_challenge        | short            | invalid_request",
        "code_challenge        | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa= | invalid_request",
        "code_challenge        | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa+ | invalid_request",
        "code_challenge        | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | invalid_request",
        "scope                 | unknown          | invalid_scope",
        "scope                 | mcp_api api      | invalid_scope",
        "scope                 | MCP_API          | invalid_scope",
        "resource              | https://evil.example/mcp/v1/platform/object-reads | invalid_target",
        "resource              | https://gatehouse.example/mcp/v1/platform/object-all | invalid_target",
        "resource              | https://gatehouse.example/mcp/v1/platform/object-reads/ | invalid_target",
        "resource              | https://gatehouse.example/mcp/v1/platform/object-reads?x=1 | invalid_target",
        "resource              | https://gatehouse.example/mcp/v1/platform/object-reads#x | invalid_target",
        "resource              | https://gatehouse.example:444/mcp/v1/platform/object-reads | invalid_target",
        "resource              | http://gatehouse.example/mcp/v1/platform/object-reads | invalid_target",
        "resource              | mcp/v1           | invalid_target",
        "resource              | https://[        | invalid_target",
        "prompt                | none             | login_required",
        "prompt                | none login       | invalid_request",
    })
    void a08a09a10a11a12a13a14a15a17TellsTheClientWhatItAskedWrongly(String name, String value, String error) {
        var location = redirect(examine(with(good, name, value)));

        assertThat(location.toString()).startsWith(CALLBACK + "?");
        assertThat(query(location, "error")).isEqualTo(error);
        assertThat(query(location, "state")).isEqualTo("xyz");
        assertThat(query(location, "iss")).isEqualTo(URL);
        assertThat(query(location, "code")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"response_type, unsupported_response_type", "code_challenge, invalid_request", "code_challenge_method, invalid_request"})
    void a08a09TellsTheClientWhatIsMissing(String name, String error) {
        var location = redirect(examine(with(good, name)));

        assertThat(query(location, "error")).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource({"scope, mcp_api, invalid_request", "response_type, code, invalid_request", "anything, x, invalid_request",
        "resource, https://gatehouse.example/mcp/v1/platform/object-reads, invalid_target"})
    void a07a13RefusesRepeatedParameters(String name, String value, String error) {
        var location = redirect(examine(with(good, name, value, value)));

        assertThat(query(location, "error")).isEqualTo(error);
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
    @ValueSource(strings = {"\"><script>alert(1)</script>", "é 漢字 🙂", "a b+c%2F&d=e#f", " leading and trailing ", " "})
    void a16ReturnsTheStateExactly(String state) {
        var location = redirect(examine(with(with(good, "state", state), "scope", "unknown")));

        assertThat(query(location, "state")).isEqualTo(state);
        assertThat(location.toString()).isASCII();
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
