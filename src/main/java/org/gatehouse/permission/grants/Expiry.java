package org.gatehouse.permission.grants;

import java.time.DateTimeException;
import java.time.Instant;
import org.gatehouse.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/** Until when somebody holds something, as administrators write it. */
final class Expiry {
    private Expiry() {}

    /** The moment of a text; null for good, and refused if it is over. */
    static @Nullable Instant of(@Nullable String text, Instant now) {
        if (text == null) {
            return null;
        }
        try {
            Instant expires = Instant.parse(text);
            if (expires.isAfter(now)) {
                return expires;
            }
        } catch (DateTimeException e) {
            // Told below, like a moment that is over.
        }
        throw Violations.one("/expiresAt", "write a moment to come, such as 2030-01-31T10:15:00Z, or leave it out");
    }
}
