package org.gatehouse.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import org.gatehouse.catalog.CheckedTool;
import org.gatehouse.catalog.Tier;
import org.gatehouse.catalog.ToolAnnotations;
import org.gatehouse.catalog.ToolCall;
import org.gatehouse.catalog.ToolDefinition;
import org.gatehouse.catalog.ToolHandler;
import org.gatehouse.catalog.ToolResult;
import org.gatehouse.catalog.content.Content;
import org.gatehouse.platform.json.Json;

/** A tool of the suite. */
record FixtureTool(ToolDefinition definition, Function<ToolCall, ToolResult> work) implements ToolHandler {
    /** A tool without arguments. */
    static CheckedTool of(String name, String description, Function<ToolCall, ToolResult> work) {
        return of(name, description, "{\"type\": \"object\", \"properties\": {}, \"additionalProperties\": false}", work);
    }

    /** A tool with arguments of this schema. */
    static CheckedTool of(String name, String description, String inputSchema, Function<ToolCall, ToolResult> work) {
        ObjectNode schema = Json.literal(inputSchema);
        return CheckedTool.of(new FixtureTool(
                new ToolDefinition(name, name, description, schema, null, new ToolAnnotations(true, false, true, false), Tier.READ), work));
    }

    static ToolResult text(String text) {
        return ToolResult.of(new Content.Text(text));
    }

    /** The pauses are the suite's: it wants to see that messages come while the work goes on. */
    static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public ToolResult call(ToolCall call) {
        return work.apply(call);
    }
}
