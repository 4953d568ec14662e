package org.gatehouse.oauth.grant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much a client is used, by connections that stand.
 *
 * @param persons how many people are connected
 * @param firstUsedAt when the oldest of them was made; null if there is none
 * @param lastUsedAt when a token was issued last; null if none was
 * @param useCount how many tokens were issued
 */
public record ClientUsage(
        String clientId,
        String label,
        boolean enabled,
        int persons,
        int connections,
        @Nullable Instant firstUsedAt,
        @Nullable Instant lastUsedAt,
        long useCount) {}
