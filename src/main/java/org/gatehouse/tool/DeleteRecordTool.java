package org.gatehouse.tool;

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
import org.gatehouse.record.RecordChange;
import org.gatehouse.record.RecordService;

/** Deletes records. */
@Singleton
public class DeleteRecordTool implements ToolHandler {
    private static final ToolDefinition DEFINITION = new ToolDefinition(
            "deleteRecord",
            "Delete records",
            """
            Deletes one record, or up to 200 of one object. A deleted record lies in the recycle bin, from where undeleteRecord brings it back; \
            what belongs to it goes and comes with it. Records of connected tables without a recycle bin are deleted for good. \
            Ask the person before you delete, and use preview to see whether it would be allowed.""",
            Json.literal("""
            {"type": "object",
             "properties": {
               "objectName": {"type": "string", "minLength": 1, "maxLength": 80, "description": "The API name of an object, for example Account."},
               "id": {"type": "string", "minLength": 1, "maxLength": 36, "description": "The record id."},
               "ids": {"type": "array", "minItems": 1, "maxItems": 200, "uniqueItems": true, "items": {"type": "string", "minLength": 1, "maxLength": 36},
                 "description": "Several record ids of the object, instead of id."},
               %s},
             "required": ["objectName"],
             "oneOf": [{"required": ["id"]}, {"required": ["ids"]}],
             "additionalProperties": false}
            """.formatted(RecordAnswers.OPTIONS)),
            Json.literal(RecordAnswers.OUTPUT),
            new ToolAnnotations(false, true, true, false),
            Tier.DELETE);

    private final RecordService records;

    @Inject
    public DeleteRecordTool(RecordService records) {
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
        return RecordAnswers.write(
                records, call, RecordAnswers.ids(call.arguments()).stream().<RecordChange>map(RecordChange.Delete::new).toList());
    }
}
