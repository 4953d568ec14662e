package org.gatehouse.identity.totp;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

/**
 * One stretch of time in which a code is good.
 *
 * @param number counted from the epoch (RFC 6238 section 4.2: T0 is 0)
 */
record TimeStep(long number) {
    /** RFC 6238 section 5.2: "We RECOMMEND a default time-step size of 30 seconds". */
    static final int SECONDS = 30;

    static TimeStep at(Instant moment) {
        return new TimeStep(Math.floorDiv(moment.getEpochSecond(), SECONDS));
    }

    /**
     * The steps whose codes count at a moment, oldest first. RFC 6238 section 5.2 on delay: "We RECOMMEND that at most one time step is
     * allowed as the network delay"; one the other way is for authenticators whose clock is fast (section 6).
     */
    static List<TimeStep> accepted(Instant moment) {
        long now = at(moment).number;
        return List.of(new TimeStep(now - 1), new TimeStep(now), new TimeStep(now + 1));
    }

    byte[] bytes() {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }
}
