package org.gatehouse.query.plan;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When and where a person asks.
 *
 * @param today the day it is there
 * @param zone the person's time zone
 */
public record Moment(LocalDate today, ZoneId zone) {}
