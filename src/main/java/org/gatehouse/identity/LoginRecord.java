package org.gatehouse.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the login history.
 *
 * @param userId the person, if the name was anybody's
 * @param username the name as typed, shortened
 */
public record LoginRecord(
        long id,
        Instant occurredAt,
        @Nullable String userId,
        String username,
        String clientAddress,
        @Nullable String userAgent,
        LoginWay way,
        LoginReason.Outcome outcome,
        LoginReason reason) {}
