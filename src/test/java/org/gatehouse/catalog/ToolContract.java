package org.gatehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;

/** What every tool promises, as assertions for the tests of each. */
public final class ToolContract {
    private ToolContract() {}

    /** MCP, tools, output schema: a server must give structured results that conform to the schema it publishes. */
    public static void assertFitsOutputSchema(ToolHandler tool, ToolResult result) {
        assertThat(JsonSchema.compile(Objects.requireNonNull(tool.definition().outputSchema())).violations(result.structured()))
                .as("violations of %s's output schema", tool.definition().name())
                .isEmpty();
    }

    /** MCP, tools: an input schema describes an object; and this server's schemas must compile without fetching anything. */
    public static void assertDefinitionIsSound(ToolHandler tool) {
        ToolDefinition definition = tool.definition();
        assertThat(definition.name()).matches("[A-Za-z0-9_.-]{1,64}");
        assertThat(definition.inputSchema().path("type").textValue()).isEqualTo("object");
        JsonSchema.compile(definition.inputSchema());
        JsonSchema.compile(Objects.requireNonNull(definition.outputSchema()));
    }
}
