package org.gatehouse.tool.custom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import org.gatehouse.catalog.Tier;
import org.gatehouse.catalog.ToolAnnotations;
import org.gatehouse.catalog.ToolCall;
import org.gatehouse.catalog.ToolDefinition;
import org.gatehouse.catalog.ToolHandler;
import org.gatehouse.catalog.ToolResult;
import org.gatehouse.catalog.custom.ServerDocument.NamedQuery;
import org.gatehouse.platform.json.Json;
import org.gatehouse.query.QueryService;
import org.gatehouse.tool.QueryAnswers;

/** A query that an administrator wrote, as a tool: each call gives values and runs it as its caller. */
final class NamedQueryTool implements ToolHandler {
    private final QueryService queries;
    private final String query;
    private final QueryValues values;
    private final ToolDefinition definition;

    NamedQueryTool(NamedQuery named, QueryService queries) {
        this.queries = queries;
        this.query = Objects.requireNonNull(named.query());
        this.values = new QueryValues(named.arguments());
        String name = Objects.requireNonNull(named.name());
        this.definition = new ToolDefinition(
                name, Objects.requireNonNullElse(named.title(), name), Objects.requireNonNull(named.description()), values.schema(),
                Json.literal(QueryAnswers.SCHEMA), ToolAnnotations.READ, Tier.READ, named.icons());
    }

    @Override
    public ToolDefinition definition() {
        return definition;
    }

    @Override
    public ToolResult call(ToolCall call) {
        ObjectNode answer = QueryAnswers.of(queries.query(call.caller(), query, values.of(call.arguments())), call);
        return new ToolResult(answer, Json.text(answer));
    }
}
