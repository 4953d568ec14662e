package org.gatehouse.identity.external;

import java.util.Optional;
import org.gatehouse.identity.User;

/** How a sign-in by an external provider ended. */
public sealed interface ExternalOutcome {
    /** The provider's name here. */
    String provider();

    /** The person is who they say, and active. */
    record SignedIn(String provider, User user) implements ExternalOutcome {}

    /**
     * Nobody is signed in.
     *
     * @param userId whom it would have been, where that was found out
     * @param detail for the operator; may hold text from outside
     */
    record Refused(String provider, ExternalReason reason, Optional<String> userId, String detail) implements ExternalOutcome {}
}
