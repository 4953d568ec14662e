package org.gatehouse.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/** The check of tool arguments against each tool's input schema. Schemas are compiled once; one that does not compile stops the start. */
@Singleton
class ToolArguments {
    private final Map<String, JsonSchema> schemas = new HashMap<>();

    @Inject
    ToolArguments(Tools tools) {
        for (ToolHandler tool : tools.all()) {
            schemas.put(tool.definition().name(), JsonSchema.compile(tool.definition().inputSchema()));
        }
    }

    /**
     * Refuses arguments that do not fit.
     *
     * @throws ProblemException invalid arguments, with the place of each violation
     */
    void check(ToolDefinition tool, ObjectNode arguments) {
        List<Problem.Violation> violations = Objects.requireNonNull(schemas.get(tool.name())).violations(arguments);
        if (!violations.isEmpty()) {
            throw new ProblemException(
                    new Problem.InvalidArguments("The arguments of " + tool.name() + " do not fit its input schema.", violations));
        }
    }
}
