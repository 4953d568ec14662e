package org.gatehouse.oauth.grant;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.gatehouse.identity.SignedInUser;
import org.gatehouse.oauth.token.OAuthScope;
import org.jspecify.annotations.Nullable;

/**
 * An authorization request that was found valid and waits for the person. It stays on the server: what the consent page sends back is only
 * an answer to it.
 *
 * @param redirectUri exactly as requested
 * @param state to be returned exactly
 * @param resource the canonical URL of the server that is asked for
 * @param codeChallenge the S256 challenge
 * @param freshSignIn whether an earlier sign-in does not count
 */
public record PendingAuthorization(
        String clientId,
        String redirectUri,
        @Nullable String state,
        String resource,
        Set<OAuthScope> scopes,
        String codeChallenge,
        boolean freshSignIn,
        Instant createdAt)
        implements Serializable {
    static final Duration LIFETIME = Duration.ofMinutes(10);

    public PendingAuthorization {
        scopes = Set.copyOf(scopes);
    }

    /** Whether this sign-in is good enough for it. */
    public boolean accepts(SignedInUser user) {
        return !freshSignIn || user.since().isAfter(createdAt);
    }

    boolean expired(Instant now) {
        return !now.isBefore(createdAt.plus(LIFETIME));
    }
}
