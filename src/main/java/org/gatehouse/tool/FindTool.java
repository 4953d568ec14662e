package org.gatehouse.tool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.gatehouse.catalog.Tier;
import org.gatehouse.catalog.ToolAnnotations;
import org.gatehouse.catalog.ToolCall;
import org.gatehouse.catalog.ToolDefinition;
import org.gatehouse.catalog.ToolHandler;
import org.gatehouse.catalog.ToolResult;
import org.gatehouse.platform.json.Json;
import org.gatehouse.query.QueryResult;
import org.gatehouse.query.QueryService;

/** Finds records of several objects by words, in SOSL. */
@Singleton
public class FindTool implements ToolHandler {
    private static final ToolDefinition DEFINITION = new ToolDefinition(
            "find",
            "Find records by words",
            """
            Finds records of several objects that hold words, with one SOSL statement, among those that the signed-in person may see. \
            Use it when you know a name, an address or a phrase and not the object; use soqlQuery when you know the object and its fields. \
            FIND {words} IN ALL FIELDS RETURNING Account(Id, Name WHERE Industry = 'Energy' LIMIT 10), Contact(Id, Name). \
            Words side by side must all be found; OR, AND NOT and parentheses combine them; "quotes" make a phrase; \
            * stands for any characters, ? for one; a backslash takes the meaning from the character after it. \
            A word is found anywhere in the text of a field, without regard to case, and has at least 2 characters. \
            Look IN NAME, EMAIL, PHONE or SIDEBAR FIELDS to look into fewer. Without RETURNING, all objects are searched and answer only ids.""",
            Json.literal("""
                    {"type": "object",
                     "properties": {"search": {"type": "string", "minLength": 1, "maxLength": 100000,
                       "description": "A SOSL FIND statement, for example: FIND {nordlicht} IN NAME FIELDS RETURNING Account(Id, Name), Contact(Id, Name)"}},
                     "required": ["search"],
                     "additionalProperties": false}"""),
            Json.literal("""
                    {"type": "object",
                     "properties": {
                       "done": {"type": "boolean", "description": "Whether these are all records that match."},
                       "searchRecords": {"type": "array", "items": {"type": "object",
                         "properties": {"attributes": {"type": "object", "properties": {"type": {"type": "string"}}, "required": ["type"]}},
                         "required": ["attributes"]}}},
                     "required": ["done", "searchRecords"],
                     "additionalProperties": false}"""),
            ToolAnnotations.READ,
            Tier.READ);

    private final QueryService queries;

    @Inject
    public FindTool(QueryService queries) {
        this.queries = queries;
    }

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    @Override
    public ToolResult call(ToolCall call) {
        QueryResult result = queries.search(call.caller(), call.arguments().get("search").asText());
        result.objects().forEach(call::noteObject);
        call.noteRows(result.records().size());
        ObjectNode answer = Json.object().put("done", result.done());
        ArrayNode records = answer.putArray("searchRecords");
        result.records().forEach(records::add);
        return new ToolResult(answer, Json.text(answer));
    }
}
