package org.gatehouse.oauth.grant;

import java.time.Instant;
import java.util.Set;
import org.gatehouse.oauth.token.OAuthScope;

/**
 * One person's approval of one client at one server: the connection that people list and end.
 *
 * @param resource the canonical URL of the server
 * @param revoked whether it has ended
 */
record Grant(
        String id, String clientId, String userId, String resource, Set<OAuthScope> scopes, Instant createdAt, boolean revoked) {
    Grant {
        scopes = Set.copyOf(scopes);
    }
}
