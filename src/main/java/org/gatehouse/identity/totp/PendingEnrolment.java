package org.gatehouse.identity.totp;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key that was shown to a person who has just given the password, and that waits for its first code. It stays in their session, sealed.
 *
 * @param sealed the key, encrypted
 */
public record PendingEnrolment(String userId, String sealed, Instant startedAt) implements Serializable {
    static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final String ATTRIBUTE = PendingEnrolment.class.getName();

    /** The one that waits in a session. */
    public static Optional<PendingEnrolment> of(@Nullable HttpSession session) {
        return session == null ? Optional.empty() : Optional.ofNullable((PendingEnrolment) session.getAttribute(ATTRIBUTE));
    }

    public void keepIn(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    public static void forget(HttpSession session) {
        session.removeAttribute(ATTRIBUTE);
    }

    boolean waits(Instant now) {
        return now.isBefore(startedAt.plus(LIFETIME));
    }

    @Override
    public String toString() {
        return "PendingEnrolment[" + userId + "]";
    }
}
