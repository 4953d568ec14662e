package org.gatehouse.oauth.client;

import java.time.Duration;
import java.util.Set;

/**
 * What the administrator demands of every connection through a client.
 *
 * @param permittedUsers who may use the client
 * @param accessTokenLifetime how long an access token opens its resource
 * @param connectionLifetime how long after consent a connection can be refreshed
 */
public record AppPolicy(PermittedUsers permittedUsers, Duration accessTokenLifetime, Duration connectionLifetime) {
    public AppPolicy {
        if (!accessTokenLifetime.isPositive() || connectionLifetime.isNegative()) {
            throw new IllegalArgumentException("Lifetimes of tokens are positive.");
        }
    }

    /** Whether a holder of these permission sets may use the client. */
    public boolean permits(Set<String> permissionSetIds) {
        return permittedUsers.include(permissionSetIds);
    }
}
