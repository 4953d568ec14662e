package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gatehouse.platform.json.Json;

/** The methods of a server's tools, prompts, resources and completion, whose params are the same in both eras. */
final class ServerMethods {
    private ServerMethods() {}

    /** What such a method asks for; empty for any other method. */
    static Optional<McpRequest> read(String method, ObjectNode params) {
        return Optional.ofNullable(
                switch (method) {
                    case "tools/list" -> ToolParams.list(params, new McpRequest.ListTools());
                    case "tools/call" -> ToolParams.call(params);
                    case "prompts/list" -> ToolParams.list(params, new McpRequest.ListPrompts());
                    case "prompts/get" -> getPrompt(params);
                    case "resources/list" -> ToolParams.list(params, new McpRequest.ListResources());
                    case "resources/templates/list" -> ToolParams.list(params, new McpRequest.ListResourceTemplates());
                    case "resources/read" -> readResource(params);
                    case "completion/complete" -> complete(params);
                    default -> null;
                });
    }

    /** MCP, server/prompts: every argument is a text. */
    private static McpRequest getPrompt(ObjectNode params) {
        String name = params.path("name").textValue();
        JsonNode given = params.has("arguments") ? params.path("arguments") : Json.object();
        if (name == null || !given.isObject()) {
            return ToolParams.invalid("A prompt is asked for by its name, with an object of arguments.");
        }
        Map<String, String> arguments = new TreeMap<>();
        for (Map.Entry<String, JsonNode> argument : given.properties()) {
            if (!argument.getValue().isTextual()) {
                return ToolParams.invalid("The arguments of a prompt are texts.");
            }
            arguments.put(argument.getKey(), argument.getValue().textValue());
        }
        return new McpRequest.GetPrompt(name, arguments);
    }

    private static McpRequest readResource(ObjectNode params) {
        String uri = params.path("uri").textValue();
        return uri == null ? ToolParams.invalid("The uri of the resource must be a string.") : new McpRequest.ReadResource(uri);
    }

    private static McpRequest complete(ObjectNode params) {
        String argument = params.path("argument").path("name").textValue();
        String begun = params.path("argument").path("value").textValue();
        JsonNode ref = params.path("ref");
        String prompt = ref.path("name").textValue();
        String uri = ref.path("uri").textValue();
        if (argument != null && begun != null && "ref/prompt".equals(ref.path("type").textValue()) && prompt != null) {
            return new McpRequest.CompletePrompt(prompt, argument, begun);
        }
        if (argument != null && begun != null && "ref/resource".equals(ref.path("type").textValue()) && uri != null) {
            return new McpRequest.CompleteResource(uri, argument, begun);
        }
        return ToolParams.invalid("Completion needs a ref to a prompt or a resource template, and an argument with name and value.");
    }
}
