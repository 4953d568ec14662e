package org.gatehouse.oauth.grant;

import java.time.Instant;
import java.util.Set;
import org.gatehouse.oauth.token.OAuthScope;
import org.jspecify.annotations.Nullable;

/**
 * A connection as people and administrators see it in a list.
 *
 * @param client the client's label
 * @param resource the URL of the server
 * @param lastUsedAt when a token was issued last; null if none was
 * @param useCount how many tokens were issued
 * @param frozenAt since when it is refused without having ended; null if it is not
 * @param frozenBy the administrator or the alert that froze it
 */
public record Connection(
        String id,
        String clientId,
        String client,
        String userId,
        String username,
        String resource,
        Set<OAuthScope> scopes,
        Instant connectedAt,
        @Nullable Instant lastUsedAt,
        long useCount,
        @Nullable Instant frozenAt,
        @Nullable String frozenBy) {}
