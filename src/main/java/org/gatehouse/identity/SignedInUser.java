package org.gatehouse.identity;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.platform.crypto.OpaqueToken;
import org.jspecify.annotations.Nullable;

/**
 * The person that a browser session belongs to. Says who signed in, not that this still holds: ask {@link Sessions}.
 *
 * @param id names the session to the person; it opens nothing
 * @param since when the person gave the password
 * @param assurance how sure the session is of the person
 */
public record SignedInUser(String id, String userId, Instant since, Assurance assurance) implements Serializable {
    private static final String ATTRIBUTE = SignedInUser.class.getName();

    /** A new sign-in. */
    public SignedInUser(String userId, Instant since, Assurance assurance) {
        this(OpaqueToken.create().value(), userId, since, assurance);
    }

    /** A new sign-in of a person who gave no second factor. */
    public SignedInUser(String userId, Instant since) {
        this(userId, since, Assurance.STANDARD);
    }

    /** The session's person, if somebody has signed in. */
    public static Optional<SignedInUser> of(@Nullable HttpSession session) {
        return session == null ? Optional.empty() : Optional.ofNullable((SignedInUser) session.getAttribute(ATTRIBUTE));
    }

    /** The same sign-in, now that the second factor was given as well. */
    public SignedInUser raised() {
        return new SignedInUser(id, userId, since, Assurance.HIGH);
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
