package org.gatehouse.query.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When and where a person asks.
 *
 * @param now the moment
 * @param zone the person's time zone
 */
public record Moment(Instant now, ZoneId zone) {
    /** The day it is there. */
    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }
}
