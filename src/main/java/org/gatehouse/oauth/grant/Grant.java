package org.gatehouse.oauth.grant;

import java.time.Instant;
import java.util.Set;
import org.gatehouse.identity.Assurance;
import org.gatehouse.oauth.token.OAuthScope;

/**
 * One person's approval of one client at one server: the connection that people list and end.
 *
 * @param resource the canonical URL of the server
 * @param assurance how surely the person was recognised when they approved
 * @param revoked whether it has ended, by itself or together with others, or is frozen
 */
record Grant(
        String id,
        String clientId,
        String userId,
        String resource,
        Set<OAuthScope> scopes,
        Instant createdAt,
        Assurance assurance,
        boolean revoked) {
    Grant {
        scopes = Set.copyOf(scopes);
    }
}
