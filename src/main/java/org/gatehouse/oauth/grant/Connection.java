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
        long useCount) {}
