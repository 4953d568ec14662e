package org.gatehouse.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.gatehouse.catalog.Tier;
import org.gatehouse.catalog.ToolAnnotations;
import org.gatehouse.catalog.ToolCall;
import org.gatehouse.catalog.ToolDefinition;
import org.gatehouse.catalog.ToolHandler;
import org.gatehouse.catalog.ToolResult;
import org.gatehouse.platform.json.Json;
import org.gatehouse.record.RecordService;

/** Lists what a person worked with lately. */
@Singleton
public class ListRecentRecordsTool implements ToolHandler {
    private static final int DEFAULT_LIMIT = 50;

    private static final ToolDefinition DEFINITION = new ToolDefinition(
            "listRecentRecords",
            "Recent records",
            """
            Lists the records of one object that the signed-in person opened through getRelatedRecords or changed lately, latest first. \
            Use it for "the account I just worked on". Records that the person may not see any more are left out.""",
            Json.literal("""
            {"type": "object",
             "properties": {
               "objectName": {"type": "string", "minLength": 1, "maxLength": 80, "description": "The API name of an object, for example Account."},
               "limit": {"type": "integer", "minimum": 1, "maximum": 200, "description": "The most records to answer; 50 unless you say so."}},
             "required": ["objectName"],
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
    public ListRecentRecordsTool(RecordService records) {
        this.records = records;
    }

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    @Override
    public ToolResult call(ToolCall call) {
        String objectName = call.arguments().get("objectName").asText();
        List<ObjectNode> recent = records.recent(call.caller(), objectName, call.arguments().path("limit").asInt(DEFAULT_LIMIT));
        call.noteObject(objectName);
        return RecordAnswers.found(call, recent, true);
    }
}
