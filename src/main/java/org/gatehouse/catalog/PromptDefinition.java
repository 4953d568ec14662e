package org.gatehouse.catalog;

import java.util.List;

/**
 * What clients see of a prompt (MCP, server/prompts).
 *
 * @param name the wire name
 * @param title the name for people
 * @param description what it is for
 * @param icons pictures that clients may show
 */
public record PromptDefinition(String name, String title, String description, List<Argument> arguments, List<Icon> icons) {
    public PromptDefinition {
        arguments = List.copyOf(arguments);
        icons = List.copyOf(icons);
    }

    /** A prompt without pictures. */
    public PromptDefinition(String name, String title, String description, List<Argument> arguments) {
        this(name, title, description, arguments, List.of());
    }

    /** Something that the person fills in; always a text (MCP, server/prompts). */
    public record Argument(String name, String title, String description, boolean required) {}
}
