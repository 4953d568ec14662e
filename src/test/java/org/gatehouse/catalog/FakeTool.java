package org.gatehouse.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.gatehouse.platform.json.Json;

/** A tool that remembers its calls and answers what the test says. */
public final class FakeTool implements ToolHandler {
    private final ToolDefinition definition;
    private final Function<ToolCall, ToolResult> answer;
    private final List<ToolCall> calls = Collections.synchronizedList(new ArrayList<>());

    private FakeTool(ToolDefinition definition, Function<ToolCall, ToolResult> answer) {
        this.definition = definition;
        this.answer = answer;
    }

    /** A tool that wants a text {@code q} and, if given, a small integer {@code limit}, and answers with the text. */
    public static FakeTool echo(String name, Tier tier) {
        return answering(name, tier, call -> {
            ObjectNode echo = Json.object().put("echo", call.arguments().path("q").textValue());
            call.audit().object("Account");
            call.audit().rows(1);
            return new ToolResult(echo, Json.text(echo));
        });
    }

    /** The same with another behaviour. */
    public static FakeTool answering(String name, Tier tier, Function<ToolCall, ToolResult> answer) {
        ObjectNode input = Json.literal(
                """
                {"type": "object", "additionalProperties": false, "required": ["q"],
                 "properties": {"q": {"type": "string"}, "limit": {"type": "integer", "minimum": 1, "maximum": 10}}}
                """);
        ObjectNode output = Json.literal(
                """
                {"type": "object", "required": ["echo"], "properties": {"echo": {"type": "string"}}}
                """);
        return new FakeTool(new ToolDefinition(name, "Title of " + name, "Echoes.", input, output, ToolAnnotations.READ, tier), answer);
    }

    /** A tool that deletes, and says so. */
    public static FakeTool destructive(String name) {
        FakeTool echo = echo(name, Tier.DELETE);
        ToolDefinition shown = echo.definition;
        return new FakeTool(
                new ToolDefinition(
                        name, shown.title(), shown.description(), shown.inputSchema(), shown.outputSchema(), new ToolAnnotations(false, true, false, true),
                        Tier.DELETE),
                echo.answer);
    }

    /** The same tool with another behaviour. */
    public FakeTool answering(Function<ToolCall, ToolResult> other) {
        return new FakeTool(definition, other);
    }

    /** The calls that reached the tool. */
    public List<ToolCall> calls() {
        return List.copyOf(calls);
    }

    @Override
    public ToolDefinition definition() {
        return definition;
    }

    @Override
    public ToolResult call(ToolCall call) {
        calls.add(call);
        return answer.apply(call);
    }
}
