package org.gatehouse.catalog.imported;

import java.util.Objects;
import java.util.function.Function;
import org.gatehouse.catalog.Tier;
import org.gatehouse.catalog.ToolCall;
import org.gatehouse.catalog.ToolDefinition;
import org.gatehouse.catalog.ToolHandler;
import org.gatehouse.catalog.ToolResult;
import org.gatehouse.catalog.openapi.Operation;

/** An operation of an imported service, as a tool. It touches no record of Gatehouse, and while it waits for the service it holds no connection to the database. */
final class OperationTool implements ToolHandler {
    private final ToolDefinition definition;
    private final String revision;
    private final Function<ToolCall, ToolResult> call;

    private OperationTool(ToolDefinition definition, String revision, Function<ToolCall, ToolResult> call) {
        this.definition = definition;
        this.revision = revision;
        this.call = call;
    }

    /**
     * The tool.
     *
     * @param service the name of its service
     * @param revision which state of the service this is
     * @param chosen a kind of access that is needed at least; null for what the method says
     * @param call what calls the operation
     */
    static OperationTool of(String service, String revision, Operation operation, OfferedOperation chosen, Function<Tier, Function<ToolCall, ToolResult>> call) {
        Tier tier = tier(operation, chosen);
        ToolDefinition definition = new ToolDefinition(
                name(service, operation), operation.title(), operation.description(), operation.inputSchema(), operation.outputSchema(),
                operation.method().annotations(tier), tier);
        return new OperationTool(definition, revision, call.apply(tier));
    }

    /** The name of the tool; no service has the underscore in its name, so no two can meet. */
    static String name(String service, Operation operation) {
        return service + "_" + operation.name();
    }

    static Tier tier(Operation operation, OfferedOperation chosen) {
        return Objects.requireNonNullElse(chosen.tier(), operation.method().tier());
    }

    @Override
    public ToolDefinition definition() {
        return definition;
    }

    /** Any change of the service counts: where it is, what it is trusted with, what the operation sends. */
    @Override
    public String revision() {
        return revision;
    }

    @Override
    public ToolResult call(ToolCall toolCall) {
        return call.apply(toolCall);
    }
}
