package org.gatehouse.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/** A tool with its compiled input schema, so that a schema is compiled once and one that does not compile is no tool. */
public final class CheckedTool {
    private final ToolDefinition definition;
    private final ToolHandler handler;
    private final JsonSchema arguments;

    private CheckedTool(ToolDefinition definition, ToolHandler handler, JsonSchema arguments) {
        this.definition = definition;
        this.handler = handler;
        this.arguments = arguments;
    }

    /** The tool as it is. */
    public static CheckedTool of(ToolHandler handler) {
        ToolDefinition definition = handler.definition();
        return new CheckedTool(definition, handler, JsonSchema.compile(definition.inputSchema()));
    }

    /** The same tool under other words and pictures; what it takes, answers and needs stays. */
    public CheckedTool as(String name, String title, String description, ToolAnnotations annotations, List<Icon> icons) {
        ToolDefinition shown = new ToolDefinition(
                name, title, description, definition.inputSchema(), definition.outputSchema(), annotations, definition.tier(), icons);
        return new CheckedTool(shown, handler, arguments);
    }

    /** What clients see of it. */
    public ToolDefinition definition() {
        return definition;
    }

    /** See {@link ToolHandler#revision}. */
    String revision() {
        return handler.revision();
    }

    /**
     * Whether a call may do something that no rollback takes back. The tool's own word counts, and not that of an administrator who shows it
     * under other annotations.
     */
    boolean actsOutside() {
        return handler.definition().annotations().openWorld();
    }

    /** See {@link ToolHandler#rehearsal}. */
    Optional<ObjectNode> rehearsal(ObjectNode arguments) {
        return handler.rehearsal(arguments);
    }

    /** Whether the arguments fit the input schema. */
    boolean fits(ObjectNode given) {
        return arguments.violations(given).isEmpty();
    }

    /**
     * Runs it with arguments that fit; others never reach the tool.
     *
     * @throws ProblemException invalid arguments, with the place of each violation; and what the tool refuses
     */
    ToolResult call(ToolCall call) {
        List<Problem.Violation> violations = arguments.violations(call.arguments());
        if (!violations.isEmpty()) {
            throw new ProblemException(
                    new Problem.InvalidArguments("The arguments of " + definition.name() + " do not fit its input schema.", violations));
        }
        return handler.call(call);
    }
}
