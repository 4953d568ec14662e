package org.gatehouse.oauth.bearer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.gatehouse.oauth.token.AccessTokenVerifier;
import org.gatehouse.oauth.token.VerifiedToken;

/**
 * Remembers which tokens were found good, by their hashes, so that a signature is checked once per token and not once per request. Only what
 * cannot change is remembered: whether the connection still stands is asked elsewhere, every time.
 */
@Singleton
class VerifiedTokens {
    private static final int MOST = 20_000;

    private final AccessTokenVerifier verifier;
    private final InstantSource clock;
    private final Cache<String, VerifiedToken> good = Caffeine.newBuilder().maximumSize(MOST).build();

    @Inject
    VerifiedTokens(AccessTokenVerifier verifier, InstantSource clock) {
        this.verifier = verifier;
        this.clock = clock;
    }

    /** Whether the signing key of a token that was found good is still one of ours, as of a version of the access configuration. */
    boolean keyStands(VerifiedToken token, long accessVersion) {
        return verifier.keyStands(token, accessVersion);
    }

    /** The content of the token with this hash, if it is good now. */
    Optional<VerifiedToken> find(String token, String hash) {
        VerifiedToken remembered = good.getIfPresent(hash);
        if (remembered == null) {
            Optional<VerifiedToken> verified = verifier.verify(token);
            verified.ifPresent(fresh -> good.put(hash, fresh));
            return verified;
        }
        if (clock.instant().isBefore(remembered.claims().expiresAt()) && verifier.keyStands(remembered)) {
            return Optional.of(remembered);
        }
        good.invalidate(hash);
        return Optional.empty();
    }
}
