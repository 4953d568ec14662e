package org.gatehouse.oauth.grant;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.Scope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.identity.User;
import org.gatehouse.oauth.client.RegisteredClient;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.oauth.token.ResourceIndicators;
import org.gatehouse.platform.crypto.OpaqueToken;
import org.gatehouse.platform.network.ClientAddress;
import org.jspecify.annotations.Nullable;

/**
 * The refresh token grant (RFC 6749 section 6). Each token works once and brings its successor.
 *
 * <p>Clients that refresh in parallel present one token twice without being thieves. For the short grace of the app policy, and only while
 * nobody has used the successor, the old token gets that same successor again.
 */
@Singleton
class RefreshTokenGrant {
    private final RefreshTokens refreshTokens;
    private final Grants grants;
    private final Entitlement entitlement;
    private final Lifetimes lifetimes;
    private final TokenIssue tokens;
    private final ResourceIndicators resources;
    private final InstantSource clock;

    @Inject
    RefreshTokenGrant(
            RefreshTokens refreshTokens, Grants grants, Entitlement entitlement, Lifetimes lifetimes, TokenIssue tokens,
            ResourceIndicators resources, InstantSource clock) {
        this.refreshTokens = refreshTokens;
        this.grants = grants;
        this.entitlement = entitlement;
        this.lifetimes = lifetimes;
        this.tokens = tokens;
        this.resources = resources;
        this.clock = clock;
    }

    /**
     * New tokens for a refresh token. What is asked wrongly is refused before the token is used up, so that a client can ask again.
     *
     * @throws GeneralException with {@code invalid_scope} where more is asked than was granted
     */
    TokenAnswer refresh(
            RegisteredClient client, OpaqueToken token, @Nullable Scope scope, List<URI> indicators, ClientAddress address)
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
        if (present.usedAt() != null && graced(client, present, token).isEmpty()) {
            return reused(grant);
        }
        Optional<User> user = entitlement.entitled(grant, client, address);
        if (user.isEmpty() || !lifetimes.refreshable(grant, client.policy(), present.issuedAt(), clock.instant())) {
            return refused();
        }
        if (!resources.matches(grant.resource(), indicators)) {
            return new TokenAnswer.Refused(OAuth2Error.INVALID_TARGET);
        }
        Set<OAuthScope> scopes = ScopeRequest.narrowed(scope, grant.scopes());
        Optional<OpaqueToken> successor = successor(client, present, token);
        return successor.isPresent() ? tokens.issue(grant, client, user.get(), scopes, successor) : reused(grant);
    }

    private Optional<OpaqueToken> successor(RegisteredClient client, RefreshTokens.Stored present, OpaqueToken token) {
        Optional<OpaqueToken> fresh = refreshTokens.exchange(present, token, clock.instant());
        // Whoever lost the race finds the winner's exchange: the conditional write waited for it.
        return fresh.isPresent() ? fresh : refreshTokens.find(token).flatMap(used -> graced(client, used, token));
    }

    /**
     * The successor that is given out again for a token that was used a moment ago. The moment may lie ahead: another node's clock may be, and
     * one that was set back must not prolong the grace, nor make one where there is none.
     */
    private Optional<OpaqueToken> graced(RegisteredClient client, RefreshTokens.Stored used, OpaqueToken token) {
        boolean inTime = used.usedAt() != null
                && Duration.between(used.usedAt(), clock.instant()).abs().compareTo(client.policy().refreshGrace()) < 0;
        return inTime ? refreshTokens.unusedSuccessor(used, token) : Optional.empty();
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
