package org.gatehouse.catalog.limit;

import java.time.Duration;
import java.time.Instant;

/** The time for which a budget is: a minute, an hour or a day of the clock in UTC. */
public enum Window {
    MINUTE(Duration.ofMinutes(1), "a minute"),
    HOUR(Duration.ofHours(1), "an hour"),
    DAY(Duration.ofDays(1), "a day");

    private final Duration length;
    private final String phrase;

    Window(Duration length, String phrase) {
        this.length = length;
        this.phrase = phrase;
    }

    /** As it stands after an amount. */
    public String phrase() {
        return phrase;
    }

    Duration length() {
        return length;
    }

    /** The moment at which the window that a moment lies in is over. */
    Instant endAfter(Instant now) {
        long seconds = length.toSeconds();
        return Instant.ofEpochSecond((Math.floorDiv(now.getEpochSecond(), seconds) + 1) * seconds);
    }
}
