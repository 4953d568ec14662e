package org.gatehouse.oauth.grant;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.Scope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.identity.User;
import org.gatehouse.oauth.client.RegisteredClient;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.oauth.token.OpaqueToken;
import org.gatehouse.oauth.token.ResourceIndicators;
import org.jspecify.annotations.Nullable;

/** The refresh token grant (RFC 6749 section 6). Each token works once and brings its successor. */
@Singleton
class RefreshTokenGrant {
    private final RefreshTokens refreshTokens;
    private final Grants grants;
    private final TokenIssue tokens;
    private final ResourceIndicators resources;
    private final InstantSource clock;

    @Inject
    RefreshTokenGrant(
            RefreshTokens refreshTokens, Grants grants, TokenIssue tokens, ResourceIndicators resources, InstantSource clock) {
        this.refreshTokens = refreshTokens;
        this.grants = grants;
        this.tokens = tokens;
        this.resources = resources;
        this.clock = clock;
    }

    /**
     * New tokens for a refresh token. What is asked wrongly is refused before the token is used up, so that a client can ask again.
     *
     * @throws GeneralException with {@code invalid_scope} where more is asked than was granted
     */
    TokenAnswer refresh(RegisteredClient client, OpaqueToken token, @Nullable Scope scope, List<URI> indicators)
            throws GeneralException {
        Optional<RefreshTokens.Stored> stored = refreshTokens.find(token);
        Optional<Grant> found = stored.flatMap(known -> grants.find(known.grantId()));
        // "the authorization server MUST […] ensure that the refresh token was issued to the authenticated client". Another client's
        // token is unknown to this one, and stays as it is for its owner.
        if (stored.isEmpty() || found.isEmpty() || !found.get().clientId().equals(client.id())) {
            return refused();
        }
        RefreshTokens.Stored present = stored.get();
        Grant grant = found.get();
        if (present.used()) {
            return reused(grant);
        }
        Optional<User> user = tokens.entitled(grant, client);
        if (user.isEmpty() || !clock.instant().isBefore(present.expiresAt())) {
            return refused();
        }
        if (!resources.matches(grant.resource(), indicators)) {
            return new TokenAnswer.Refused(OAuth2Error.INVALID_TARGET);
        }
        Set<OAuthScope> scopes = ScopeRequest.narrowed(scope, grant.scopes());
        return refreshTokens.use(present, clock.instant()) ? tokens.issue(grant, client, user.get(), scopes) : reused(grant);
    }

    /**
     * RFC 9700 section 4.14.2: a token that comes a second time was stolen, and nobody can tell from whom; so the connection ends for both.
     */
    private TokenAnswer reused(Grant grant) {
        grants.end(grant.id(), GrantEnd.REFRESH_TOKEN_REUSE);
        return refused();
    }

    private static TokenAnswer refused() {
        return new TokenAnswer.Refused(OAuth2Error.INVALID_GRANT);
    }
}
