package org.gatehouse.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

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

    /**
     * Which operation of which service stands behind the definition, so that an approval given for one is none for another that looks alike. Empty
     * for a tool that is code.
     */
    default String revision() {
        return "";
    }

    /**
     * The arguments with which the tool answers what a call would do, and changes nothing; those of the call itself if it is such a call.
     * Empty if the tool knows no such arguments.
     */
    default Optional<ObjectNode> rehearsal(ObjectNode arguments) {
        return Optional.empty();
    }
}
