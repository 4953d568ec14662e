package org.gatehouse.extension.running;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.gatehouse.catalog.JsonSchema;
import org.gatehouse.catalog.ToolCall;
import org.gatehouse.catalog.ToolDefinition;
import org.gatehouse.catalog.ToolHandler;
import org.gatehouse.catalog.ToolResult;
import org.gatehouse.catalog.content.Content;
import org.gatehouse.extension.ToolResponse;
import org.gatehouse.extension.declared.Contributed.Answer;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** A tool that a developer wrote. */
final class JavaTool implements ToolHandler {
    private final ToolDefinition definition;
    private final Answer answer;
    private final Lent<JavaMethod> code;
    private final DeveloperThreads threads;
    private final Services services;
    private final @Nullable JsonSchema output;

    JavaTool(ToolDefinition definition, Answer answer, Lent<JavaMethod> code, DeveloperThreads threads, Services services) {
        this.definition = definition;
        this.answer = answer;
        this.code = code;
        this.threads = threads;
        this.services = services;
        ObjectNode schema = definition.outputSchema();
        this.output = schema == null ? null : JsonSchema.compile(schema);
    }

    @Override
    public ToolDefinition definition() {
        return definition;
    }

    @Override
    public ToolResult call(ToolCall call) {
        JavaMethod method = code.find().orElseThrow(() -> new ProblemException(
                new Problem.NotFound(Problem.Thing.TOOL, definition.name(), "There is no tool of this name on this server.")));
        ToolResult result = method.run(threads, services, call, definition.tier(), call.arguments()::path, this::result);
        // MCP, tools, output schema: "Servers MUST provide structured results that conform to this schema."
        if (output != null && !result.failed()) {
            List<Problem.Violation> violations = output.violations(result.structured());
            if (!violations.isEmpty()) {
                throw new IllegalStateException("The result of " + definition.name() + " does not fit its type: " + violations);
            }
        }
        return result;
    }

    private ToolResult result(JavaValues values, @Nullable Object returned) {
        return switch (answer) {
            case TEXT -> ToolResult.of(new Content.Text(returned == null ? "Done." : returned.toString()));
            case RESPONSE -> response((ToolResponse) returned);
            case OBJECT -> structured(values.json(returned));
            case VALUE -> structured(wrapped(values.json(returned)));
        };
    }

    private static JsonNode wrapped(JsonNode value) {
        ObjectNode wrapped = Json.object();
        if (!value.isNull()) {
            wrapped.set("result", value);
        }
        return wrapped;
    }

    private static ToolResult structured(JsonNode value) {
        return new ToolResult(value, Json.text(value));
    }

    private static ToolResult response(@Nullable ToolResponse response) {
        if (response == null) {
            throw new IllegalStateException("A tool that returns a ToolResponse returned null.");
        }
        ToolResult result = ToolResult.of(response.blocks().stream().map(JavaTool::content).toArray(Content[]::new));
        return response.failed() ? new ToolResult(result.content(), result.structured(), true) : result;
    }

    private static Content content(ToolResponse.Block block) {
        return switch (block) {
            case ToolResponse.Text(var text) -> new Content.Text(text);
            case ToolResponse.Image(var base64, var mimeType) -> new Content.Image(base64, mimeType);
            case ToolResponse.Audio(var base64, var mimeType) -> new Content.Audio(base64, mimeType);
        };
    }
}
