package org.gatehouse.oauth.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What administrators see of a signing key: everything but the key.
 *
 * @param signsFrom when it begins, or began, to sign
 * @param retiredAt when it signs no more; null for the newest
 */
public record SigningKeyState(String kid, Stage stage, Instant createdAt, Instant signsFrom, @Nullable Instant retiredAt) {
    /** Where a key is in its life. */
    public enum Stage {
        /** Published, and yet to sign. */
        WAITING,
        SIGNING,
        /** It signs no more; what it signed may still be good. */
        RETIRED
    }

    static SigningKeyState of(String kid, Instant createdAt, Instant signsFrom, @Nullable Instant retiredAt, Instant now) {
        boolean retired = retiredAt != null && !now.isBefore(retiredAt);
        Stage stage = retired ? Stage.RETIRED : now.isBefore(signsFrom) ? Stage.WAITING : Stage.SIGNING;
        return new SigningKeyState(kid, stage, createdAt, signsFrom, retiredAt);
    }
}
