package org.gatehouse.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.gatehouse.catalog.Tier;
import org.gatehouse.catalog.ToolAnnotations;
import org.gatehouse.catalog.ToolCall;
import org.gatehouse.catalog.ToolDefinition;
import org.gatehouse.catalog.ToolHandler;
import org.gatehouse.catalog.ToolResult;
import org.gatehouse.platform.json.Json;
import org.gatehouse.query.QueryService;

/** Finds records by a query in SOQL. */
@Singleton
public class SoqlQueryTool implements ToolHandler {
    private static final ToolDefinition DEFINITION = new ToolDefinition(
            "soqlQuery",
            "Query records",
            """
            Finds records with one SOQL SELECT statement and returns those that the signed-in person may see. \
            Call getObjectSchema first to learn the exact names of objects, fields and relationships. \
            Supported: SELECT of fields, of parent fields through relationships (Account.Owner.Name), of children \
            (SELECT Name, (SELECT Name FROM Contacts) FROM Account), FIELDS(STANDARD), or COUNT(); \
            COUNT, COUNT_DISTINCT, SUM, AVG, MIN and MAX with GROUP BY, also ROLLUP and CUBE, and HAVING; \
            toLabel, FORMAT, TYPEOF What WHEN Account THEN Name END, USING SCOPE mine; \
            WHERE with AND, OR, NOT, parentheses, = != < <= > >=, LIKE with % and _, IN, NOT IN, also with a query inside \
            (Id IN (SELECT AccountId FROM Contact)), INCLUDES, EXCLUDES, null; words for days such as TODAY, THIS_QUARTER, LAST_N_DAYS:30; \
            functions of dates such as CALENDAR_YEAR(CloseDate); \
            ORDER BY with ASC, DESC, NULLS FIRST, NULLS LAST; LIMIT; OFFSET up to 2000. \
            Write text in single quotes; numbers, dates (2026-01-31), times (2026-01-31T10:15:00Z), true and false without. \
            Use parentheses where AND and OR meet. Always filter and set a LIMIT; one answer has at most 2000 records, \
            and done is false if there are more: then pass nextCursor as cursor, with the very same query, for the next page.""",
            Json.literal("""
                    {"type": "object",
                     "properties": {"query": {"type": "string", "minLength": 1, "maxLength": 100000,
                       "description": "A SOQL SELECT statement, for example: SELECT Id, Name, Owner.Name FROM Account WHERE Industry = 'Energy' ORDER BY Name LIMIT 20"},
                       "cursor": {"type": "string", "minLength": 1, "maxLength": 200,
                       "description": "nextCursor of the last answer to this query. Leave out for the first page."}},
                     "required": ["query"],
                     "additionalProperties": false}"""),
            Json.literal(QueryAnswers.SCHEMA),
            ToolAnnotations.READ,
            Tier.READ);

    private final QueryService queries;

    @Inject
    public SoqlQueryTool(QueryService queries) {
        this.queries = queries;
    }

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    @Override
    public ToolResult call(ToolCall call) {
        ObjectNode answer = QueryAnswers.of(
                queries.query(
                        call.caller(), call.arguments().get("query").asText(),
                        Optional.ofNullable(call.arguments().get("cursor")).map(JsonNode::asText)),
                call);
        return new ToolResult(answer, Json.text(answer));
    }
}
