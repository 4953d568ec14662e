package org.gatehouse.oauth.client;

import java.util.Map;

/** Which MCP servers a client may reach, and which tools of them: the person's own rights are not widened by it. */
public sealed interface ServerAccess {

    /** Every server and every tool, also those that come later. */
    record All() implements ServerAccess {}

    /** The servers named, each with the tools named; nothing else, and nothing that comes later. */
    record Selected(Map<String, ToolAccess> servers) implements ServerAccess {
        public Selected {
            servers = Map.copyOf(servers);
        }
    }

    /** Whether the client may reach the server of this name, for example {@code platform/object-reads}. */
    default boolean includes(String server) {
        return switch (this) {
            case All() -> true;
            case Selected(var servers) -> servers.containsKey(server);
        };
    }

    /** Whether the client may use everything that a server offers, also what comes later. */
    default boolean includesAllOf(String server) {
        return switch (this) {
            case All() -> true;
            case Selected(var servers) -> servers.get(server) instanceof ToolAccess.All;
        };
    }

    /** Whether the client may call a tool of a server. */
    default boolean includes(String server, String tool) {
        return switch (this) {
            case All() -> true;
            case Selected(var servers) -> servers.containsKey(server) && servers.get(server).include(tool);
        };
    }
}
