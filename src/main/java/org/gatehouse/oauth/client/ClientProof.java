package org.gatehouse.oauth.client;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client proves itself by.
 *
 * @param method how
 * @param secrets the secrets that are good; several while the client changes over from one to the next
 * @param jwks its public keys, a JWK set (RFC 7517 section 5)
 * @param jwksUri where its public keys are, if they are not here
 */
public record ClientProof(AuthenticationMethod method, List<Secret> secrets, Optional<String> jwks, Optional<String> jwksUri) {
    /** A public client proves nothing. */
    public static final ClientProof NONE =
            new ClientProof(AuthenticationMethod.NONE, List.of(), Optional.empty(), Optional.empty());

    public ClientProof {
        secrets = List.copyOf(secrets);
    }

    /**
     * One secret.
     *
     * @param id names it to the administrator
     * @param hash its SHA-256 hash
     * @param expiresAt when it ceases to be good; null if it does not
     */
    public record Secret(String id, String hash, @Nullable Instant expiresAt) {
        /** Whether it is good at a moment. */
        public boolean goodAt(Instant now) {
            return expiresAt == null || now.isBefore(expiresAt);
        }
    }
}
