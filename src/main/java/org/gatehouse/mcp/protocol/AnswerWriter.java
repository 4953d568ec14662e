package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatehouse.catalog.McpServer;
import org.gatehouse.catalog.ToolAnnotations;
import org.gatehouse.catalog.ToolDefinition;
import org.gatehouse.catalog.content.Content;
import org.gatehouse.catalog.dialogue.InputRequest;
import org.gatehouse.catalog.limit.Spent;
import org.gatehouse.platform.json.Json;
import org.jspecify.annotations.Nullable;

/** Writes replies: the part that both eras have in common, which an {@link Era} then finishes. */
final class AnswerWriter {
    private AnswerWriter() {}

    static HttpAnswer write(Era era, @Nullable JsonNode id, McpReply reply) {
        return switch (reply) {
            case McpReply.Accepted() -> HttpAnswer.empty(202, Map.of());
            case McpReply.Ended() -> HttpAnswer.empty(204, Map.of());
            case McpReply.Refused(int status, var error, var challenge) -> new HttpAnswer(
                    status, challenge == null ? Map.of() : Map.of("WWW-Authenticate", challenge), JsonRpcCodec.error(id, error));
            case McpReply.Limited(var spent) -> new HttpAnswer(
                    spent.status(), Map.of("Retry-After", Long.toString(Spent.seconds(spent.retryAfter()))), JsonRpcCodec.error(id, JsonRpcError.limited(spent)));
            case McpReply.Initialized initialized -> result(era, id, initialized, Map.of("Mcp-Session-Id", initialized.sessionId()));
            case McpReply.Result result -> result(era, id, result, Map.of());
            case McpReply.Listening listening -> throw new IllegalArgumentException("A stream is no answer.");
            case McpReply.TaskResumed resumed -> result(era, id, new McpReply.Done(), Map.of());
            case McpReply.Resumed resumed -> throw new IllegalArgumentException("A stream is no answer.");
        };
    }

    private static HttpAnswer result(Era era, @Nullable JsonNode id, McpReply.Result reply, Map<String, String> headers) {
        ObjectNode result = era.finish(reply, body(reply));
        return new HttpAnswer(200, headers, JsonRpcCodec.result(Objects.requireNonNull(id, "only requests have results"), result));
    }

    static ObjectNode body(McpReply.Result reply) {
        return switch (reply) {
            case McpReply.Discovered(var server) -> discovered(server);
            case McpReply.Initialized(var server, var version, var sessionId) -> initialized(server, version);
            case McpReply.Pong() -> Json.object();
            case McpReply.Done() -> Json.object();
            case McpReply.TaskStarted(var task) -> TaskWriter.task(task);
            case McpReply.TaskState(var task) -> TaskWriter.detailed(task);
            case McpReply.Tools(var tools) -> tools(tools);
            case McpReply.Prompts(var prompts) -> ContentWriter.prompts(prompts);
            case McpReply.Filled(var messages) -> ContentWriter.messages(messages);
            case McpReply.Resources(var resources) -> ContentWriter.resources(resources);
            case McpReply.Templates(var templates) -> ContentWriter.templates(templates);
            case McpReply.Read(var content) -> ContentWriter.read(content);
            case McpReply.Completed(var values) -> ContentWriter.completion(values);
            case McpReply.InputNeeded(var questions, var state) -> inputNeeded(questions, state);
            case McpReply.Answered(var answer) -> {
                ObjectNode result = content(answer.content(), answer.failed());
                if (!answer.structured().isMissingNode()) {
                    result.set("structuredContent", answer.structured());
                }
                yield result;
            }
            // The structured part of a failure would not fit the tool's output schema, so there is none.
            case McpReply.Failed(var errors) -> content(List.of(new Content.Text(Json.text(errors))), true);
        };
    }

    private static ObjectNode inputNeeded(Map<String, InputRequest> questions, String state) {
        ObjectNode result = Json.object();
        result.set("inputRequests", questions(questions));
        return result.put("requestState", state);
    }

    static ObjectNode questions(Map<String, InputRequest> questions) {
        ObjectNode requests = Json.object();
        questions.forEach((name, question) -> requests.putObject(name).put("method", InputAnswers.method(question)).set("params", InputAnswers.params(question)));
        return requests;
    }

    private static ObjectNode discovered(McpServer server) {
        ObjectNode result = Json.object();
        ArrayNode versions = result.putArray("supportedVersions");
        ProtocolVersion.names(true).forEach(versions::add);
        ObjectNode capabilities = capabilities(server);
        capabilities.putObject("extensions").putObject(ClientContext.TASKS);
        result.set("capabilities", capabilities);
        result.put("instructions", server.instructions());
        return result;
    }

    private static ObjectNode initialized(McpServer server, ProtocolVersion version) {
        ObjectNode result = Json.object();
        result.put("protocolVersion", version.wireName());
        result.set("capabilities", capabilities(server));
        result.set("serverInfo", ServerIdentity.json(server));
        result.put("instructions", server.instructions());
        return result;
    }

    /** What the server offers to anybody; what of it this caller gets, the lists tell. */
    private static ObjectNode capabilities(McpServer server) {
        ObjectNode capabilities = Json.object();
        capabilities.putObject("logging");
        capabilities.putObject("tools").put("listChanged", true);
        if (server.offersPrompts()) {
            capabilities.putObject("prompts").put("listChanged", true);
        }
        if (server.offersResources()) {
            capabilities.putObject("resources").put("listChanged", true).put("subscribe", true);
        }
        if (server.offersPrompts() || server.offersResources()) {
            capabilities.putObject("completions");
        }
        return capabilities;
    }

    static ObjectNode tools(List<ToolDefinition> definitions) {
        ObjectNode result = Json.object();
        ArrayNode tools = result.putArray("tools");
        definitions.forEach(definition -> tools.add(tool(definition)));
        return result;
    }

    private static ObjectNode tool(ToolDefinition definition) {
        ObjectNode tool = Json.object();
        tool.put("name", definition.name());
        tool.put("title", definition.title());
        tool.put("description", definition.description());
        tool.set("inputSchema", definition.inputSchema());
        if (definition.outputSchema() != null) {
            tool.set("outputSchema", definition.outputSchema());
        }
        ToolAnnotations annotations = definition.annotations();
        tool.putObject("annotations")
                .put("title", definition.title())
                .put("readOnlyHint", annotations.readOnly())
                .put("destructiveHint", annotations.destructive())
                .put("idempotentHint", annotations.idempotent())
                .put("openWorldHint", annotations.openWorld());
        ContentWriter.icons(tool, definition.icons());
        return tool;
    }

    private static ObjectNode content(List<Content> content, boolean error) {
        ObjectNode result = Json.object();
        ArrayNode blocks = result.putArray("content");
        content.forEach(block -> blocks.add(ContentWriter.block(block)));
        result.put("isError", error);
        return result;
    }
}
