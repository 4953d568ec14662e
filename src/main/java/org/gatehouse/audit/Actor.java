package org.gatehouse.audit;

import org.jspecify.annotations.Nullable;

/**
 * Who acted, and through what.
 *
 * @param userId the person's record id
 * @param username the person's sign-in name
 * @param clientId the external client app
 * @param grantId the connection of person, client and server
 * @param clientAddress the address the request came from
 * @param tokenDigest SHA-256 of the access token that the request came with, in hexadecimal
 */
public record Actor(
        @Nullable String userId,
        @Nullable String username,
        @Nullable String clientId,
        @Nullable String grantId,
        @Nullable String clientAddress,
        @Nullable String tokenDigest) {
    /** Somebody who brought no token, or whose token nobody needs to find again. */
    public Actor(
            @Nullable String userId, @Nullable String username, @Nullable String clientId, @Nullable String grantId, @Nullable String clientAddress) {
        this(userId, username, clientId, grantId, clientAddress, null);
    }
}
