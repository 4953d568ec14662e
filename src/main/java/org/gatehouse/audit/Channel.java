package org.gatehouse.audit;

import org.jspecify.annotations.Nullable;

/**
 * How something came in.
 *
 * @param httpMethod the method of the request, where there was one
 * @param resource the path of the request, without its query
 */
public record Channel(Family family, @Nullable String httpMethod, @Nullable String resource) {
    /** Something that no request asked for: a timer, the start, a command of the operator. */
    public static final Channel INSIDE = new Channel(Family.SETUP, null, null);

    /** The interfaces of the product. */
    public enum Family {
        MCP,
        REST,
        OAUTH,
        LOGIN,
        SETUP
    }
}
