package org.gatehouse.identity;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The person that a browser session belongs to. Says who signed in, not that the person is still active: ask {@link Users}. */
public record SignedInUser(String userId, Instant since, Assurance assurance) implements Serializable {
    private static final String ATTRIBUTE = SignedInUser.class.getName();

    /** The session's person, if somebody has signed in. */
    public static Optional<SignedInUser> of(@Nullable HttpSession session) {
        return session == null ? Optional.empty() : Optional.ofNullable((SignedInUser) session.getAttribute(ATTRIBUTE));
    }

    /** Makes the session this person's. The caller changes the session's id, so that one planted before is worth nothing. */
    public void enter(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    /** Makes the session nobody's. */
    public static void leave(HttpSession session) {
        session.removeAttribute(ATTRIBUTE);
    }
}
