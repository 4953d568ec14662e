package org.gatehouse.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gatehouse.platform.json.Json;

/** A tool that remembers its calls and answers what the test says. */
public final class FakeTool implements ToolHandler {
    private final ToolDefinition definition;
    private final Function<ToolCall, ToolResult> answer;
    private final Supplier<String> revision;
    private final List<ToolCall> calls = Collections.synchronizedList(new ArrayList<>());

    private FakeTool(ToolDefinition definition, Function<ToolCall, ToolResult> answer) {
        this(definition, answer, () -> "");
    }

    private FakeTool(ToolDefinition definition, Function<ToolCall, ToolResult> answer, Supplier<String> revision) {
        this.definition = definition;
        this.answer = answer;
        this.revision = revision;
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

    /** A tool for reading that shows other words to people and models. */
    public static FakeTool titled(String name, String words) {
        FakeTool echo = echo(name, Tier.READ);
        ToolDefinition shown = echo.definition;
        return new FakeTool(
                new ToolDefinition(name, words, words, shown.inputSchema(), shown.outputSchema(), shown.annotations(), shown.tier()), echo.answer);
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

    /** A tool that deletes records, and says so. */
    public static FakeTool destructive(String name) {
        return destructive(name, false);
    }

    /** A tool that destroys something outside, where no rollback reaches. */
    public static FakeTool outside(String name) {
        return destructive(name, true);
    }

    private static FakeTool destructive(String name, boolean outside) {
        FakeTool echo = echo(name, Tier.DELETE);
        ToolDefinition shown = echo.definition;
        return new FakeTool(
                new ToolDefinition(
                        name, shown.title(), shown.description(), shown.inputSchema(), shown.outputSchema(), new ToolAnnotations(false, true, false, outside),
                        Tier.DELETE),
                echo.answer);
    }

    /** The same tool in other words. */
    public FakeTool described(String description) {
        return new FakeTool(
                new ToolDefinition(
                        definition.name(), definition.title(), description, definition.inputSchema(), definition.outputSchema(), definition.annotations(), definition.tier()),
                answer, revision);
    }

    /** The same tool with another behaviour. */
    public FakeTool answering(Function<ToolCall, ToolResult> other) {
        return new FakeTool(definition, other);
    }

    /** The same tool in the state that its service has at each moment. */
    public FakeTool inState(Supplier<String> revision) {
        return new FakeTool(definition, answer, revision);
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
    public String revision() {
        return revision.get();
    }

    @Override
    public ToolResult call(ToolCall call) {
        calls.add(call);
        return answer.apply(call);
    }
}
