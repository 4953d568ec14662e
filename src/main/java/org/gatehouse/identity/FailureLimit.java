package org.gatehouse.identity;

import java.time.Duration;
import java.time.Instant;

/**
 * How many failures are too many.
 *
 * @param most the failure that locks
 * @param duration how long failures are counted together, and how long a lock lasts
 */
public record FailureLimit(int most, Duration duration) {
    public FailureLimit {
        if (most < 1 || !duration.isPositive()) {
            throw new IllegalArgumentException("A limit of failed sign-ins is at least 1 within more than no time; it is " + most + " within " + duration + ".");
        }
    }

    Instant end(Instant now) {
        return now.plus(duration);
    }
}
