package org.gatehouse.permission.recovery;

import java.time.Duration;

/** What a one-time link is for, and how long it is good. */
public enum LinkPurpose {
    /** Makes the first administrator of an installation that has none. */
    FIRST_ADMINISTRATOR(Duration.ofDays(1)),
    /** Sets a person's password: an invitation, or after it was forgotten. */
    PASSWORD(Duration.ofDays(1)),
    /** Lets a person back in as an administrator, whatever shut them out; asked for by somebody with the server's own account. */
    BREAK_GLASS(Duration.ofMinutes(15));

    private final Duration lifetime;

    LinkPurpose(Duration lifetime) {
        this.lifetime = lifetime;
    }

    Duration lifetime() {
        return lifetime;
    }
}
