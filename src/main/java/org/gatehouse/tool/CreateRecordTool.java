package org.gatehouse.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
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

/** Creates records. */
@Singleton
public class CreateRecordTool implements ToolHandler {
    private static final ToolDefinition DEFINITION = new ToolDefinition(
            "createRecord",
            "Create records",
            """
            Creates one record, or up to 200 of one object. Call getObjectSchema first: only fields that it lists can be set, with values of their type. \
            Numbers, true, false and null stand without quotes; dates as 2026-01-31, times as 2026-01-31T10:15:00Z; references as record ids. \
            Answers the new records as the signed-in person may read them.""",
            Json.literal("""
            {"type": "object",
             "properties": {
               "objectName": {"type": "string", "minLength": 1, "maxLength": 80, "description": "The API name of an object, for example Account."},
               "body": {"type": "object", "description": "The values of one record by field API name."},
               "records": {"type": "array", "minItems": 1, "maxItems": 200, "items": {"type": "object"}, "description": "The values of several records, instead of body."},
               %s},
             "required": ["objectName"],
             "oneOf": [{"required": ["body"]}, {"required": ["records"]}],
             "additionalProperties": false}
            """.formatted(RecordAnswers.OPTIONS)),
            Json.literal(RecordAnswers.OUTPUT),
            new ToolAnnotations(false, false, false, false),
            Tier.WRITE);

    private final RecordService records;

    @Inject
    public CreateRecordTool(RecordService records) {
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
        JsonNode body = call.arguments().get("body");
        List<RecordChange> changes = new ArrayList<>();
        if (body != null) {
            changes.add(new RecordChange.Create((ObjectNode) body));
        } else {
            call.arguments().get("records").forEach(values -> changes.add(new RecordChange.Create((ObjectNode) values)));
        }
        return RecordAnswers.write(records, call, changes);
    }
}
