package org.gatehouse.oauth.client;

import java.util.Set;

/** Which tools of one MCP server a client may call. */
public sealed interface ToolAccess {
    /** Every tool, also those that come later. */
    record All() implements ToolAccess {}

    /** The tools with these names. */
    record Selected(Set<String> names) implements ToolAccess {
        public Selected {
            names = Set.copyOf(names);
        }
    }

    /** Whether it is one of them. */
    default boolean include(String tool) {
        return switch (this) {
            case All() -> true;
            case Selected(var names) -> names.contains(tool);
        };
    }
}
