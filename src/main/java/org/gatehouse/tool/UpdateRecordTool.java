package org.gatehouse.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.catalog.Tier;
import org.gatehouse.catalog.ToolAnnotations;
import org.gatehouse.catalog.ToolCall;
import org.gatehouse.catalog.ToolDefinition;
import org.gatehouse.catalog.ToolHandler;
import org.gatehouse.catalog.ToolResult;
import org.gatehouse.platform.json.Json;
import org.gatehouse.record.RecordChange;
import org.gatehouse.record.RecordService;

/** Changes records. */
@Singleton
public class UpdateRecordTool implements ToolHandler {
    private static final ToolDefinition DEFINITION = new ToolDefinition(
            "updateRecord",
            "Change records",
            """
            Gives fields of one record, or of up to 200 of one object, new values; fields that you leave out keep theirs, null empties one. \
            Numbers, true, false and null stand without quotes; dates as 2026-01-31, times as 2026-01-31T10:15:00Z; references as record ids. \
            Give ifUnmodifiedSince, the LastModifiedDate that you read, so that nobody's later change is overwritten. \
            Answers the records as the signed-in person may read them now.""",
            Json.literal("""
            {"type": "object",
             "properties": {
               "objectName": {"type": "string", "minLength": 1, "maxLength": 80, "description": "The API name of an object, for example Account."},
               "id": {"type": "string", "minLength": 1, "maxLength": 36, "description": "The record id."},
               "body": {"type": "object", "description": "The new values by field API name."},
               "records": {"type": "array", "minItems": 1, "maxItems": 200, "description": "Several records, instead of id and body.",
                 "items": {"type": "object",
                   "properties": {"id": {"type": "string", "minLength": 1, "maxLength": 36}, "body": {"type": "object"}},
                   "required": ["id", "body"], "additionalProperties": false}},
               %s,
               %s},
             "required": ["objectName"],
             "oneOf": [{"required": ["id", "body"], "not": {"required": ["records"]}},
                       {"required": ["records"], "not": {"anyOf": [{"required": ["id"]}, {"required": ["body"]}]}}],
             "additionalProperties": false}
            """.formatted(RecordAnswers.UNMODIFIED, RecordAnswers.OPTIONS)),
            Json.literal(RecordAnswers.OUTPUT),
            new ToolAnnotations(false, false, true, false),
            Tier.WRITE);

    private final RecordService records;

    @Inject
    public UpdateRecordTool(RecordService records) {
        this.records = records;
    }

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Optional<ObjectNode> rehearsal(ObjectNode arguments) {
        return Optional.of(RecordAnswers.rehearsal(arguments));
    }

    @Override
    public ToolResult call(ToolCall call) {
        ObjectNode arguments = call.arguments();
        Optional<Instant> since = RecordAnswers.unmodifiedSince(arguments);
        JsonNode records = arguments.get("records");
        List<RecordChange> changes = new ArrayList<>();
        if (records == null) {
            changes.add(update(arguments, since));
        } else {
            records.forEach(row -> changes.add(update(row, since)));
        }
        return RecordAnswers.write(this.records, call, changes);
    }

    private static RecordChange update(JsonNode row, Optional<Instant> since) {
        return new RecordChange.Update(row.get("id").asText(), (ObjectNode) row.get("body"), since);
    }
}
