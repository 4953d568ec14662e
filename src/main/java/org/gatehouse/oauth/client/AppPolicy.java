package org.gatehouse.oauth.client;

import java.time.Duration;
import java.util.Set;
import org.gatehouse.identity.Assurance;
import org.gatehouse.platform.network.AddressRanges;

/**
 * What the administrator demands of every connection through a client.
 *
 * @param permittedUsers who may use the client
 * @param requiredAssurance how surely a person must have been recognised
 * @param ranges from where the client may be used at all; none means from everywhere
 * @param ipRelaxation how far the login ranges of the person's profile bind the client
 * @param accessTokenLifetime how long an access token opens its resource
 * @param refreshTokens how long a connection can be refreshed
 * @param refreshGrace for how long a used refresh token still gets its successor, for clients that refresh in parallel; zero for not at all
 * @param callLimits how much the client may be used
 */
public record AppPolicy(
        PermittedUsers permittedUsers,
        Assurance requiredAssurance,
        AddressRanges ranges,
        IpRelaxation ipRelaxation,
        Duration accessTokenLifetime,
        RefreshTokenPolicy refreshTokens,
        Duration refreshGrace,
        CallLimits callLimits) {
    /** The lifetimes of access tokens that can be chosen, in minutes. */
    public static final Set<Integer> ACCESS_TOKEN_MINUTES = Set.of(1, 5, 10, 15, 30, 60, 90, 120, 240, 480, 720);

    /** The longest grace: long enough for a client that retries, too short for a thief who waits. */
    public static final Duration MOST_GRACE = Duration.ofMinutes(5);

    public AppPolicy {
        if (!accessTokenLifetime.isPositive()) {
            throw new IllegalArgumentException("An access token lives for a while.");
        }
        if (refreshGrace.isNegative() || refreshGrace.compareTo(MOST_GRACE) > 0) {
            throw new IllegalArgumentException("The grace of refresh tokens is between 0 and 300 seconds.");
        }
    }
}
