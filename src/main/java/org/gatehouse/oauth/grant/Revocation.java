package org.gatehouse.oauth.grant;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.gatehouse.oauth.client.RegisteredClient;
import org.gatehouse.oauth.token.AccessTokenVerifier;
import org.gatehouse.platform.crypto.OpaqueToken;

/** Token revocation (RFC 7009). Giving back any token of a connection ends the connection: no half of it is worth keeping. */
@Singleton
class Revocation {
    private final RefreshTokens refreshTokens;
    private final AccessTokenVerifier accessTokens;
    private final Grants grants;

    @Inject
    Revocation(RefreshTokens refreshTokens, AccessTokenVerifier accessTokens, Grants grants) {
        this.refreshTokens = refreshTokens;
        this.accessTokens = accessTokens;
        this.grants = grants;
    }

    /**
     * Ends the connection that the token belongs to, if that is the client's own. Both kinds of token are tried whatever the hint says
     * (section 2.1); an unknown token or another client's changes nothing and is told to nobody (section 2.2).
     */
    void revoke(RegisteredClient client, String token) {
        refreshToken(token)
                .or(() -> accessToken(token))
                .flatMap(grants::find)
                .filter(grant -> grant.clientId().equals(client.id()))
                .ifPresent(grant -> grants.end(grant.id(), GrantEnd.CLIENT));
    }

    private Optional<String> refreshToken(String token) {
        return refreshTokens.find(new OpaqueToken(token)).map(RefreshTokens.Stored::grantId);
    }

    private Optional<String> accessToken(String token) {
        return accessTokens.verify(token).map(verified -> verified.claims().grantId());
    }
}
