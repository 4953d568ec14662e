package org.gatehouse.catalog;

/** A tool: what it is and how it is called. Implemented by CDI beans, one per tool. */
public interface ToolHandler {
    /** What clients see of the tool. Constant for the life of the deployment. */
    ToolDefinition definition();

    /**
     * Runs the tool as the caller. The arguments already fit the input schema.
     *
     * @throws org.gatehouse.platform.problem.ProblemException for what the caller can understand and mend
     */
    ToolResult call(ToolCall call);
}
