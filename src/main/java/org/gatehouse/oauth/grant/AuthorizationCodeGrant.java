package org.gatehouse.oauth.grant;

import static org.gatehouse.platform.database.schema.Tables.AUTHORIZATION_CODE;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.gatehouse.identity.Assurance;
import org.gatehouse.identity.User;
import org.gatehouse.oauth.client.RegisteredClient;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.oauth.token.ResourceIndicators;
import org.gatehouse.platform.crypto.OpaqueToken;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.network.ClientAddress;
import org.jspecify.annotations.Nullable;

/** The authorization code grant (RFC 6749 section 4.1) with PKCE (RFC 7636): makes a code of a consent, and tokens of a code. */
@Singleton
class AuthorizationCodeGrant {
    /** RFC 6749 section 4.1.2 recommends ten minutes at most; a browser needs seconds. */
    static final Duration CODE_LIFETIME = Duration.ofSeconds(60);

    private final Database database;
    private final Grants grants;
    private final Entitlement entitlement;
    private final RefreshTokens refreshTokens;
    private final TokenIssue tokens;
    private final ResourceIndicators resources;
    private final InstantSource clock;

    @Inject
    AuthorizationCodeGrant(
            Database database, Grants grants, Entitlement entitlement, RefreshTokens refreshTokens, TokenIssue tokens,
            ResourceIndicators resources, InstantSource clock) {
        this.database = database;
        this.grants = grants;
        this.entitlement = entitlement;
        this.refreshTokens = refreshTokens;
        this.tokens = tokens;
        this.resources = resources;
        this.clock = clock;
    }

    /** A code for what the person approved, bound to client, redirect URI, challenge, resource and scopes. */
    OpaqueToken approve(PendingAuthorization approved, String userId, Assurance assurance) {
        Grant grant = grants.create(approved, userId, assurance);
        OpaqueToken code = OpaqueToken.create();
        database.sql()
                .insertInto(AUTHORIZATION_CODE)
                .set(AUTHORIZATION_CODE.CODE_HASH, code.hash())
                .set(AUTHORIZATION_CODE.GRANT_ID, grant.id())
                .set(AUTHORIZATION_CODE.REDIRECT_URI, approved.redirectUri())
                .set(AUTHORIZATION_CODE.CODE_CHALLENGE, approved.codeChallenge())
                .set(AUTHORIZATION_CODE.EXPIRES_AT, clock.instant().plus(CODE_LIFETIME))
                .execute();
        return code;
    }

    /** Tokens for a code (RFC 6749 section 4.1.3). */
    TokenAnswer redeem(RegisteredClient client, CodeRequest request, ClientAddress address) {
        Optional<Stored> stored = find(request.code());
        Optional<Grant> found = stored.flatMap(code -> grants.find(code.grantId()));
        // "ensure that the authorization code was issued to the authenticated confidential client, or if the client is public, […] to
        // client_id": another client's code is unknown to this one, and keeps its worth for its owner.
        if (stored.isEmpty() || found.isEmpty() || !found.get().clientId().equals(client.id())) {
            return refused();
        }
        Stored code = stored.get();
        Grant grant = found.get();
        if (!clock.instant().isBefore(code.expiresAt()) && !code.used()) {
            return refused();
        }
        // Claimed before anything is compared, so that a code cannot be tried against many verifiers.
        if (!claim(code)) {
            return replayed(grant);
        }
        if (!code.redirectUri().equals(request.redirectUri()) || !proves(code, request.codeVerifier())) {
            grants.end(grant.id(), GrantEnd.CODE_MISUSE);
            return refused();
        }
        if (!resources.matches(grant.resource(), request.resources())) {
            grants.end(grant.id(), GrantEnd.CODE_MISUSE);
            return new TokenAnswer.Refused(OAuth2Error.INVALID_TARGET);
        }
        Optional<User> user = entitlement.entitled(grant, client, address);
        return user.isPresent() ? tokens.issue(grant, client, user.get(), grant.scopes(), refreshToken(grant, client)) : refused();
    }

    private Optional<OpaqueToken> refreshToken(Grant grant, RegisteredClient client) {
        return grant.scopes().contains(OAuthScope.REFRESH_TOKEN) && client.policy().refreshTokens().refreshable()
                ? Optional.of(refreshTokens.create(grant.id(), clock.instant()))
                : Optional.empty();
    }

    private Optional<Stored> find(OpaqueToken code) {
        var c = AUTHORIZATION_CODE;
        return database.sql()
                .select(c.CODE_HASH, c.GRANT_ID, c.REDIRECT_URI, c.CODE_CHALLENGE, c.EXPIRES_AT, c.USED_AT)
                .from(c)
                .where(c.CODE_HASH.eq(code.hash()))
                .fetchOptional(row ->
                        new Stored(row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6() != null));
    }

    /** RFC 6749 section 4.1.2: "The client MUST NOT use the authorization code more than once." One conditional write decides who did. */
    private boolean claim(Stored code) {
        return database.sql()
                        .update(AUTHORIZATION_CODE)
                        .set(AUTHORIZATION_CODE.USED_AT, clock.instant())
                        .where(AUTHORIZATION_CODE.CODE_HASH.eq(code.hash()))
                        .and(AUTHORIZATION_CODE.USED_AT.isNull())
                        .execute()
                == 1;
    }

    /** RFC 6749 section 4.1.2: on a second use the server "SHOULD revoke (when possible) all tokens previously issued based on that code". */
    private TokenAnswer replayed(Grant grant) {
        grants.end(grant.id(), GrantEnd.CODE_REPLAY);
        return refused();
    }

    /** RFC 7636 section 4.6: BASE64URL-ENCODE(SHA256(ASCII(code_verifier))) == code_challenge. */
    private static boolean proves(Stored code, @Nullable String verifier) {
        if (verifier == null) {
            return false;
        }
        try {
            return CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(verifier)).getValue().equals(code.codeChallenge());
        } catch (IllegalArgumentException e) {
            return false; // Not a verifier as RFC 7636 section 4.1 spells it.
        }
    }

    private static TokenAnswer refused() {
        return new TokenAnswer.Refused(OAuth2Error.INVALID_GRANT);
    }

    /**
     * What a client sends for a code.
     *
     * @param redirectUri as in the authorization request
     * @param codeVerifier what the challenge was made of
     * @param resources the resource indicators, which may be left out
     */
    record CodeRequest(OpaqueToken code, @Nullable String redirectUri, @Nullable String codeVerifier, List<URI> resources) {}

    private record Stored(
            String hash, String grantId, String redirectUri, String codeChallenge, Instant expiresAt, boolean used) {}
}
