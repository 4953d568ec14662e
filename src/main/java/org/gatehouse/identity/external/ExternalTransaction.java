package org.gatehouse.identity.external;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * A sign-in that was started and waits, in the browser's session, for the provider's answer.
 *
 * @param provider the provider's name here
 * @param issuer its issuer when the browser was sent there
 * @param state what the answer must carry; binds it to this session
 * @param nonce what the ID token must carry; binds it to this transaction
 * @param codeVerifier the PKCE secret of the code
 * @param request the authorization that waits for the person; empty for none
 * @param fresh whether an earlier sign-in at the provider does not count
 */
public record ExternalTransaction(
        String provider, String issuer, String state, String nonce, String codeVerifier, String request, boolean fresh, Instant startedAt)
        implements Serializable {
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    boolean expired(Instant now) {
        return !now.isBefore(startedAt.plus(LIFETIME));
    }

    /** Keeps state, nonce and verifier out of logs. */
    @Override
    public String toString() {
        return "ExternalTransaction[" + provider + "]";
    }
}
