package org.gatehouse.oauth.grant;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.identity.Assurance;
import org.gatehouse.identity.Users;
import org.gatehouse.oauth.OAuthWorld;
import org.gatehouse.oauth.client.ClientAuthentication;
import org.gatehouse.oauth.grant.PendingAuthorization.Asking;
import org.gatehouse.oauth.token.AccessTokenVerifier;
import org.gatehouse.oauth.token.AccessTokens;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.oauth.token.ResourceIndicators;
import org.gatehouse.oauth.token.TestKeys;
import org.gatehouse.platform.crypto.OpaqueToken;
import org.gatehouse.platform.network.ClientAddress;
import org.gatehouse.testing.TestAudit;
import org.jspecify.annotations.Nullable;

/** The authorization server of an {@link OAuthWorld}, put together by hand. */
final class OAuthServer {
    static final CodeVerifier VERIFIER = new CodeVerifier("a-verifier-of-at-least-forty-three-characters");
    static final String CHALLENGE = CodeChallenge.compute(CodeChallengeMethod.S256, VERIFIER).getValue();

    /** Where people and clients are unless a test says otherwise. */
    static final ClientAddress HERE = ClientAddress.parse("192.0.2.7").orElseThrow();

    /** How surely Ada is recognised. */
    Assurance assurance = Assurance.STANDARD;

    /** Whose accounts are locked. */
    final Set<String> locked = new HashSet<>();

    final OAuthWorld world;
    final Grants grants;
    final Freezes freezes;
    final AuthorizationCodeGrant codeGrant;
    final TokenRequests tokens;
    final Consents consents;
    final RememberedConsents remembered;
    final AuthorizationRequests requests;
    final AccessTokenVerifier verifier;

    OAuthServer(OAuthWorld world) {
        this.world = world;
        var keys = TestKeys.loaded(world.database, world.deployment);
        var resources = new ResourceIndicators(world.deployment, world.servers);
        var responses = new AuthorizationResponses(world.deployment);
        var admission = world.admission();
        var refreshTokens = new RefreshTokens(world.database);
        var lifetimes = new Lifetimes(world.networks, world.versions);
        var events = new GrantEvents(TestAudit.events(world.database));
        grants = new Grants(world.database, world.versions, events, world.clock);
        freezes = new Freezes(world.database, grants, events, world.clock);
        var entitlement = new Entitlement(new Users(world.database), locked::contains, freezes, admission, resources, world.versions);
        verifier = new AccessTokenVerifier(keys, world.deployment);
        var issue = new TokenIssue(lifetimes, grants, new AccessTokens(keys, world.deployment, world.clock), world.clock);
        codeGrant = new AuthorizationCodeGrant(world.database, grants, entitlement, refreshTokens, issue, resources, world.clock);
        tokens = new TokenRequests(
                new ClientAuthentication(world.usable, world.assertions(), world.clock), codeGrant,
                new RefreshTokenGrant(refreshTokens, grants, entitlement, lifetimes, issue, resources, world.clock),
                new Revocation(refreshTokens, verifier, grants));
        remembered = new RememberedConsents(world.database, world.versions, world.clock);
        consents = new Consents(entitlement, resources, codeGrant, remembered, responses, events);
        requests = new AuthorizationRequests(world.usable, resources, responses, world.profileAssurance(), world.clock);
    }

    /** What Ada is asked when the inspector wants everything at the reading server. */
    PendingAuthorization pending(String clientId, OAuthScope... scopes) {
        return new PendingAuthorization(
                clientId, OAuthWorld.CALLBACK, "a state", OAuthWorld.READS, Set.of(scopes), CHALLENGE, false, Assurance.STANDARD,
                Asking.IF_NEW, world.clock.instant());
    }

    /** Somebody who answers, as surely recognised as {@link #assurance} says. */
    Approver approver(String userId) {
        return new Approver(userId, assurance, HERE);
    }

    /** A code that Ada gave the inspector. */
    OpaqueToken code() {
        return code("inspector");
    }

    OpaqueToken code(String clientId) {
        return codeGrant.approve(pending(clientId, OAuthScope.MCP_API, OAuthScope.REFRESH_TOKEN), OAuthWorld.ADA, assurance);
    }

    /** The first tokens of a new connection of Ada, the inspector and the reading server. */
    AccessTokenResponse connect() {
        return issued(token(redemption(code())));
    }

    /** A good token request for a code. */
    Map<String, List<String>> redemption(OpaqueToken code) {
        return form(
                "grant_type", "authorization_code", "client_id", "inspector", "code", code.value(), "redirect_uri", OAuthWorld.CALLBACK,
                "code_verifier", VERIFIER.getValue(), "resource", OAuthWorld.READS);
    }

    /** A good token request for a refresh token. */
    Map<String, List<String>> refreshment(AccessTokenResponse tokens) {
        return form("grant_type", "refresh_token", "client_id", "inspector", "refresh_token", refreshToken(tokens));
    }

    TokenAnswer token(Map<String, List<String>> form) {
        return token(form, HERE);
    }

    TokenAnswer token(Map<String, List<String>> form, ClientAddress address) {
        return world.transactions.run(() -> tokens.token(List.of(), form, address));
    }

    static String refreshToken(AccessTokenResponse tokens) {
        return tokens.getTokens().getRefreshToken().getValue();
    }

    static String accessToken(AccessTokenResponse tokens) {
        return tokens.getTokens().getAccessToken().getValue();
    }

    static AccessTokenResponse issued(TokenAnswer answer) {
        return switch (answer) {
            case TokenAnswer.Issued(var response) -> response;
            case TokenAnswer.Refused(var error) -> throw new AssertionError("refused: " + error);
        };
    }

    /** The error code of a refusal; empty for tokens. */
    static String error(TokenAnswer answer) {
        return switch (answer) {
            case TokenAnswer.Issued(var response) -> "";
            case TokenAnswer.Refused(var error) -> error.getCode();
        };
    }

    static Map<String, List<String>> form(String... namesAndValues) {
        Map<String, List<String>> form = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return form;
    }

    /** The same form with one parameter set, or left out where there are no values. */
    static Map<String, List<String>> with(Map<String, List<String>> form, String name, String... values) {
        Map<String, List<String>> changed = new LinkedHashMap<>(form);
        changed.remove(name);
        if (values.length > 0) {
            changed.put(name, List.of(values));
        }
        return changed;
    }

    /** The value of a query parameter. */
    static @Nullable String query(URI uri, String name) {
        return Arrays.stream(uri.getRawQuery().split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse(null);
    }
}
