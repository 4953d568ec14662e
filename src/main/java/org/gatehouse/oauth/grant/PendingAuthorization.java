package org.gatehouse.oauth.grant;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.gatehouse.identity.Assurance;
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
 * @param assurance how surely the person has to be recognised
 * @param asking whether an earlier consent counts
 */
public record PendingAuthorization(
        String clientId,
        String redirectUri,
        @Nullable String state,
        String resource,
        Set<OAuthScope> scopes,
        String codeChallenge,
        boolean freshSignIn,
        Assurance assurance,
        Asking asking,
        Instant createdAt)
        implements Serializable {
    static final Duration LIFETIME = Duration.ofMinutes(10);

    public PendingAuthorization {
        scopes = Set.copyOf(scopes);
    }

    /** Whether this sign-in is good enough for it. */
    public boolean accepts(SignedInUser user) {
        return (!freshSignIn || user.since().isAfter(createdAt)) && user.assurance().satisfies(assurance);
    }

    /** The same request for fewer scopes. */
    PendingAuthorization narrowedTo(Set<OAuthScope> approved) {
        return new PendingAuthorization(
                clientId, redirectUri, state, resource, approved, codeChallenge, freshSignIn, assurance, asking, createdAt);
    }

    /** Whether the person is asked although they approved the same before (OpenID Connect Core section 3.1.2.1, {@code prompt}). */
    public enum Asking {
        /** Never: without an earlier consent it is an error. */
        NEVER,
        /** If they have not approved the same before. */
        IF_NEW,
        /** In every case. */
        ALWAYS
    }

    boolean expired(Instant now) {
        return !now.isBefore(createdAt.plus(LIFETIME));
    }
}
