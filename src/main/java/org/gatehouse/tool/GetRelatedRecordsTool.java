package org.gatehouse.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.catalog.Tier;
import org.gatehouse.catalog.ToolAnnotations;
import org.gatehouse.catalog.ToolCall;
import org.gatehouse.catalog.ToolDefinition;
import org.gatehouse.catalog.ToolHandler;
import org.gatehouse.catalog.ToolResult;
import org.gatehouse.platform.json.Json;
import org.gatehouse.query.QueryResult;
import org.gatehouse.record.RecordService;

/** Lists the records around a record. */
@Singleton
public class GetRelatedRecordsTool implements ToolHandler {
    private static final int DEFAULT_LIMIT = 200;

    private static final ToolDefinition DEFINITION = new ToolDefinition(
            "getRelatedRecords",
            "Related records",
            """
            Lists the records that a path of relationships leads to from one record: its parents (Account/Owner) or its children (Contacts/Cases). \
            Only records that the signed-in person may see are found, at every step. For filters and order use soqlQuery.""",
            Json.literal("""
            {"type": "object",
             "properties": {
               "objectName": {"type": "string", "minLength": 1, "maxLength": 80, "description": "The API name of an object, for example Account."},
               "id": {"type": "string", "minLength": 1, "maxLength": 36, "description": "The id of the record where the path begins."},
               "relationshipPath": {"type": "string", "minLength": 1, "maxLength": 400,
                 "description": "Relationships parted by slashes: up, for example Account/Owner, or down, for example Contacts/Cases. getObjectSchema lists them."},
               "fields": {"type": "array", "minItems": 1, "maxItems": 100, "items": {"type": "string", "minLength": 1, "maxLength": 400},
                 "description": "The fields to answer, for example Name or Owner.Name. Without it: the id and the name."},
               "limit": {"type": "integer", "minimum": 1, "maximum": 2000, "description": "The most records to answer; 200 unless you say so."}},
             "required": ["objectName", "id", "relationshipPath"],
             "additionalProperties": false}
            """),
            Json.literal("""
            {"type": "object",
             "properties": {
               "totalSize": {"type": "integer", "minimum": 0, "description": "How many records the answer has."},
               "done": {"type": "boolean", "description": "Whether these are all."},
               "records": {"type": "array", "items": {"type": "object",
                 "properties": {"attributes": {"type": "object", "properties": {"type": {"type": "string"}}, "required": ["type"]}},
                 "required": ["attributes"]}}},
             "required": ["totalSize", "done", "records"],
             "additionalProperties": false}
            """),
            ToolAnnotations.READ,
            Tier.READ);

    private final RecordService records;

    @Inject
    public GetRelatedRecordsTool(RecordService records) {
        this.records = records;
    }

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    @Override
    public ToolResult call(ToolCall call) {
        ObjectNode arguments = call.arguments();
        List<String> fields = new ArrayList<>();
        arguments.path("fields").forEach(field -> fields.add(field.asText()));
        QueryResult result = records.related(
                call.caller(), arguments.get("objectName").asText(), arguments.get("id").asText(), arguments.get("relationshipPath").asText(), fields,
                arguments.path("limit").asInt(DEFAULT_LIMIT));
        result.objects().forEach(call::noteObject);
        return RecordAnswers.found(call, result.records(), result.done());
    }
}
