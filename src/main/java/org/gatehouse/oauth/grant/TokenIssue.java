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
import org.gatehouse.oauth.client.RegisteredClient;
import org.gatehouse.oauth.token.AccessTokenClaims;
import org.gatehouse.oauth.token.AccessTokens;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.platform.crypto.OpaqueToken;

/** Makes the answer that carries tokens. */
@Singleton
class TokenIssue {
    private final Lifetimes lifetimes;
    private final Grants grants;
    private final AccessTokens accessTokens;
    private final InstantSource clock;

    @Inject
    TokenIssue(Lifetimes lifetimes, Grants grants, AccessTokens accessTokens, InstantSource clock) {
        this.lifetimes = lifetimes;
        this.grants = grants;
        this.accessTokens = accessTokens;
        this.clock = clock;
    }

    /** Makes the tokens, unless the connection has ended in this very moment. */
    TokenAnswer issue(Grant grant, RegisteredClient client, User user, Set<OAuthScope> scopes, Optional<OpaqueToken> refreshToken) {
        if (!grants.use(grant)) {
            return new TokenAnswer.Refused(OAuth2Error.INVALID_GRANT);
        }
        RefreshToken refresh = refreshToken.map(token -> new RefreshToken(token.value())).orElse(null);
        return new TokenAnswer.Issued(new AccessTokenResponse(new Tokens(accessToken(grant, client, user, scopes), refresh)));
    }

    private BearerAccessToken accessToken(Grant grant, RegisteredClient client, User user, Set<OAuthScope> scopes) {
        Instant now = clock.instant();
        Instant end = lifetimes.accessTokenEnd(grant, client.policy(), now);
        AccessTokenClaims claims = new AccessTokenClaims(
                user.id(), user.username(), client.id(), grant.id(), grant.resource(),
                scopes.stream().map(OAuthScope::value).collect(Collectors.toSet()), end);
        return new BearerAccessToken(
                accessTokens.issue(claims), end.getEpochSecond() - now.getEpochSecond(), Scope.parse(OAuthScope.join(scopes)));
    }
}
