package org.gatehouse.catalog;

import java.util.List;

/**
 * What clients see of a prompt (MCP, server/prompts).
 *
 * @param name the wire name
 * @param title the name for people
 * @param description what it is for
 */
public record PromptDefinition(String name, String title, String description, List<Argument> arguments) {
    public PromptDefinition {
        arguments = List.copyOf(arguments);
    }

    /** Something that the person fills in; always a text (MCP, server/prompts). */
    public record Argument(String name, String title, String description, boolean required) {}
}
