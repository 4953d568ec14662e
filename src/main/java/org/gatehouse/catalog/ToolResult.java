package org.gatehouse.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import org.gatehouse.catalog.content.Content;

/**
 * What a tool answers.
 *
 * @param content the result for models
 * @param structured the same for programs, valid against the tool's output schema; a missing node for a tool that has none
 * @param failed whether this is a failure that the model may mend (MCP, tools, error handling)
 */
public record ToolResult(List<Content> content, JsonNode structured, boolean failed) {
    public ToolResult {
        content = List.copyOf(content);
    }

    /** A structured result, and the same for models that read text. */
    public ToolResult(JsonNode structured, String text) {
        this(List.of(new Content.Text(text)), structured, false);
    }

    /** Some content without a structure. */
    public static ToolResult of(Content... content) {
        return new ToolResult(List.of(content), MissingNode.getInstance(), false);
    }

    /** A failure, in words for the model. */
    public static ToolResult failure(String text) {
        return new ToolResult(List.of(new Content.Text(text)), MissingNode.getInstance(), true);
    }
}
