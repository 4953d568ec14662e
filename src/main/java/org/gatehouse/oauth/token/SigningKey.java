package org.gatehouse.oauth.token;

import com.nimbusds.jose.jwk.RSAKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One of the keys that sign access tokens, one after the other.
 *
 * @param jwk both halves
 * @param signsFrom when it begins to sign; it is published before, so that whoever checks tokens knows it by then
 * @param retiredAt when it signs no more; empty for the newest
 */
record SigningKey(RSAKey jwk, Instant signsFrom, Optional<Instant> retiredAt) {
    /** What a retired key signed at its last moment must still be checked for this long, with room for clocks that differ. */
    static final Duration OVERLAP = AccessTokens.LONGEST_LIFETIME.plus(Duration.ofMinutes(1));

    String id() {
        return jwk.getKeyID();
    }

    boolean signsAt(Instant now) {
        return !now.isBefore(signsFrom);
    }

    /** Whether a token by this key can still be good. */
    boolean verifiesAt(Instant now) {
        return retiredAt.isEmpty() || now.isBefore(retiredAt.get().plus(OVERLAP));
    }
}
