package org.gatehouse.oauth.token;

import java.time.Instant;
import java.util.Set;

/**
 * What an access token says.
 *
 * @param userId the person: {@code sub}
 * @param username the person's sign-in name
 * @param clientId the client that acts
 * @param grantId the connection that the token belongs to
 * @param resource the one URL it opens: {@code aud}
 * @param scopes what it allows there
 * @param expiresAt the end of its life
 */
public record AccessTokenClaims(
        String userId, String username, String clientId, String grantId, String resource, Set<String> scopes, Instant expiresAt) {
    public AccessTokenClaims {
        scopes = Set.copyOf(scopes);
    }
}
