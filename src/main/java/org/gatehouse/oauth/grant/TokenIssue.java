package org.gatehouse.oauth.grant;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.identity.User;
import org.gatehouse.oauth.client.Admission;
import org.gatehouse.oauth.client.RegisteredClient;
import org.gatehouse.oauth.token.AccessTokenClaims;
import org.gatehouse.oauth.token.AccessTokens;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.oauth.token.ResourceIndicators;
import org.jspecify.annotations.Nullable;

/** What the code grant and the refresh grant have in common: may this connection still have tokens, and here they are. */
@Singleton
class TokenIssue {
    private final Admission admission;
    private final ResourceIndicators resources;
    private final Grants grants;
    private final RefreshTokens refreshTokens;
    private final AccessTokens accessTokens;
    private final InstantSource clock;

    @Inject
    TokenIssue(
            Admission admission, ResourceIndicators resources, Grants grants, RefreshTokens refreshTokens, AccessTokens accessTokens,
            InstantSource clock) {
        this.admission = admission;
        this.resources = resources;
        this.grants = grants;
        this.refreshTokens = refreshTokens;
        this.accessTokens = accessTokens;
        this.clock = clock;
    }

    /**
     * The person, if the connection may still have tokens: not ended nor too old, the person active and permitted, the client enabled and
     * still allowed every scope, the server active. Decided anew for every token, because each of these can have changed since consent.
     */
    Optional<User> entitled(Grant grant, RegisteredClient client) {
        boolean stands = !grant.revoked()
                && clock.instant().isBefore(end(grant, client))
                && grant.scopes().stream().allMatch(scope -> scope.coveredBy(client.scopes()))
                && resources.active(grant.resource());
        return stands ? admission.admit(grant.userId(), client) : Optional.empty();
    }

    /** Makes the tokens, unless the connection has ended in this very moment. */
    TokenAnswer issue(Grant grant, RegisteredClient client, User user, Set<OAuthScope> scopes) {
        if (!grants.use(grant)) {
            return new TokenAnswer.Refused(OAuth2Error.INVALID_GRANT);
        }
        Instant now = clock.instant();
        BearerAccessToken access = accessToken(grant, client, user, scopes, now);
        return new TokenAnswer.Issued(new AccessTokenResponse(new Tokens(access, refreshToken(grant, client, now))));
    }

    /** The latest moment at which a connection can be refreshed. It does not slide. */
    private static Instant end(Grant grant, RegisteredClient client) {
        return grant.createdAt().plus(client.policy().connectionLifetime());
    }

    private BearerAccessToken accessToken(Grant grant, RegisteredClient client, User user, Set<OAuthScope> scopes, Instant now) {
        AccessTokenClaims claims = new AccessTokenClaims(
                user.id(), user.username(), client.id(), grant.id(), grant.resource(),
                scopes.stream().map(OAuthScope::value).collect(Collectors.toSet()), now.plus(client.policy().accessTokenLifetime()));
        return new BearerAccessToken(
                accessTokens.issue(claims), client.policy().accessTokenLifetime().toSeconds(), Scope.parse(OAuthScope.join(scopes)));
    }

    private @Nullable RefreshToken refreshToken(Grant grant, RegisteredClient client, Instant now) {
        return grant.scopes().contains(OAuthScope.REFRESH_TOKEN)
                ? new RefreshToken(refreshTokens.create(grant, now, end(grant, client)).value())
                : null;
    }
}
