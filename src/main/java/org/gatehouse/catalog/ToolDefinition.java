package org.gatehouse.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What clients see of a tool (MCP, server/tools).
 *
 * @param name the wire name, for example {@code soqlQuery}
 * @param title the name for people
 * @param description what it does and how to use it, for the model
 * @param inputSchema JSON Schema 2020-12 of the arguments, an object
 * @param outputSchema JSON Schema 2020-12 of the structured result; nothing for a tool that answers with content only
 * @param tier what kind of access a call needs
 * @param icons pictures that clients may show
 */
public record ToolDefinition(
        String name,
        String title,
        String description,
        ObjectNode inputSchema,
        @Nullable ObjectNode outputSchema,
        ToolAnnotations annotations,
        Tier tier,
        List<Icon> icons) {
    public ToolDefinition {
        icons = List.copyOf(icons);
    }

    /** A tool without pictures. */
    public ToolDefinition(
            String name, String title, String description, ObjectNode inputSchema, @Nullable ObjectNode outputSchema, ToolAnnotations annotations, Tier tier) {
        this(name, title, description, inputSchema, outputSchema, annotations, tier, List.of());
    }
}
