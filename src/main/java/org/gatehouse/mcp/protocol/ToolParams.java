package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gatehouse.platform.json.Json;

/** The params of the tool methods, which both eras share. Wrong ones are answered in-band: HTTP 200 and -32602. */
final class ToolParams {
    private ToolParams() {}

    static McpRequest list(ObjectNode params, McpRequest list) {
        // MCP, pagination: an invalid cursor is -32602. One page is all there is, so no cursor was ever issued; the empty string is one too.
        return params.has("cursor") ? invalid("This server issued no such cursor.") : list;
    }

    static McpRequest call(ObjectNode params) {
        String name = params.path("name").textValue();
        if (name == null) {
            return invalid("The name of the tool must be a string.");
        }
        JsonNode arguments = params.has("arguments") ? params.path("arguments") : Json.object();
        return arguments instanceof ObjectNode object
                ? new McpRequest.CallTool(name, object, null)
                : invalid("The arguments of the tool must be an object.");
    }

    static McpRequest invalid(String message) {
        return new McpRequest.Invalid(McpReply.Refused.of(200, JsonRpcError.INVALID_PARAMS, message));
    }
}
