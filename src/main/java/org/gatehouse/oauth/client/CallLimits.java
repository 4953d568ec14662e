package org.gatehouse.oauth.client;

import java.util.OptionalInt;

/**
 * How many MCP calls one person may make through a client.
 *
 * @param perMinute in any minute, on one node; empty for no limit
 * @param perDay in one day of UTC, on all nodes together; empty for no limit
 */
public record CallLimits(OptionalInt perMinute, OptionalInt perDay) {
    /** No limit. */
    public static final CallLimits NONE = new CallLimits(OptionalInt.empty(), OptionalInt.empty());
}
