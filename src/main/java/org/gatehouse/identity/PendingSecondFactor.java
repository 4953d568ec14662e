package org.gatehouse.identity;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mark on a session whose person has given the password and owes the second factor. Until then the session is nobody's.
 *
 * @param since when the person gave the password
 */
public record PendingSecondFactor(String userId, Instant since) implements Serializable {
    static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final String ATTRIBUTE = PendingSecondFactor.class.getName();

    /** The session's mark, if it has one; {@link Sessions} says whether it still counts. */
    public static Optional<PendingSecondFactor> of(@Nullable HttpSession session) {
        return session == null ? Optional.empty() : Optional.ofNullable((PendingSecondFactor) session.getAttribute(ATTRIBUTE));
    }

    /** Marks a session. */
    public void keepIn(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    /** Takes the mark off a session. */
    public static void forget(HttpSession session) {
        session.removeAttribute(ATTRIBUTE);
    }
}
