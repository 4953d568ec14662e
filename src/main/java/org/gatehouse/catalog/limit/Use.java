package org.gatehouse.catalog.limit;

import org.gatehouse.identity.Caller;

/**
 * Whose budgets a call draws on.
 *
 * @param tool the name of a tool that the server has; empty for none, so that nobody opens budgets by names of their own
 */
public record Use(String clientId, String userId, String username, String server, String tool) {
    /** A use by a caller, at the server that the token opens. */
    public static Use of(Caller caller, String tool) {
        return new Use(caller.clientId(), caller.userId(), caller.username(), caller.server(), tool);
    }

    String value(Dimension dimension) {
        return switch (dimension) {
            case CLIENT -> clientId;
            case PERSON -> userId;
            case SERVER -> server;
            case TOOL -> tool;
        };
    }

    /** The same as people read it. */
    String shown(Dimension dimension) {
        return dimension == Dimension.PERSON ? username : value(dimension);
    }
}
