package org.gatehouse.tool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gatehouse.catalog.Noted;
import org.gatehouse.platform.json.Json;
import org.gatehouse.query.QueryResult;

/** The answer of whatever runs a query. */
public final class QueryAnswers {
    /** JSON Schema 2020-12 of the answer. */
    public static final String SCHEMA = """
            {"type": "object",
             "properties": {
               "totalSize": {"type": "integer", "minimum": 0, "description": "How many records the answer has; for COUNT() how many there are."},
               "done": {"type": "boolean", "description": "Whether these are all records that match."},
               "nextCursor": {"type": "string", "description": "Where the next page begins, if more may be asked for."},
               "records": {"type": "array", "items": {"type": "object",
                 "properties": {"attributes": {"type": "object", "properties": {"type": {"type": "string"}}, "required": ["type"]}},
                 "required": ["attributes"]}}},
             "required": ["totalSize", "done", "records"],
             "additionalProperties": false}""";

    private QueryAnswers() {}

    /** The answer, and the note of it for the event log. */
    public static ObjectNode of(QueryResult result, Noted call) {
        result.objects().forEach(call::noteObject);
        call.noteRows(result.records().size());
        ObjectNode answer = Json.object().put("totalSize", result.totalSize()).put("done", result.done());
        result.cursor().ifPresent(cursor -> answer.put("nextCursor", cursor));
        ArrayNode records = answer.putArray("records");
        result.records().forEach(records::add);
        return answer;
    }
}
