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

/** Takes records out of the recycle bin. */
@Singleton
public class UndeleteRecordTool implements ToolHandler {
    private static final ToolDefinition DEFINITION = new ToolDefinition(
            "undeleteRecord",
            "Restore records",
            """
            Takes one record, or up to 200 of one object, out of the recycle bin, together with what was deleted with it. \
            It needs the same rights as deleting.""",
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
            new ToolAnnotations(false, false, true, false),
            Tier.DELETE);

    private final RecordService records;

    @Inject
    public UndeleteRecordTool(RecordService records) {
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
                records, call, RecordAnswers.ids(call.arguments()).stream().<RecordChange>map(RecordChange.Undelete::new).toList());
    }
}
