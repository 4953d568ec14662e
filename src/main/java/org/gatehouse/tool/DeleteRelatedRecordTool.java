package org.gatehouse.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
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
import org.gatehouse.record.RecordName;
import org.gatehouse.record.RecordService;

/** Deletes a record that is reached from another one. */
@Singleton
public class DeleteRelatedRecordTool implements ToolHandler {
    private static final ToolDefinition DEFINITION = new ToolDefinition(
            "deleteRelatedRecord",
            "Delete a related record",
            """
            Deletes one record; the record is named by a path of relationships from another one, up (Account) or down (Contacts). \
            Say relatedId where the path leads to several records. Everything else is as with deleteRecord.""",
            Json.literal("""
            {"type": "object",
             "properties": {
               "objectName": {"type": "string", "minLength": 1, "maxLength": 80, "description": "The API name of an object, for example Account."},
               "id": {"type": "string", "minLength": 1, "maxLength": 36, "description": "The id of the record where the path begins."},
               "relationshipPath": {"type": "string", "minLength": 1, "maxLength": 400,
                 "description": "Relationships parted by slashes: up, for example Account/Owner, or down, for example Contacts/Cases. getObjectSchema lists them."},
               "relatedId": {"type": "string", "minLength": 1, "maxLength": 36, "description": "Which record, if the path leads to several."},
               %s},
             "required": ["objectName", "id", "relationshipPath"],
             "additionalProperties": false}
            """.formatted(RecordAnswers.SINGLE_OPTIONS)),
            Json.literal(RecordAnswers.OUTPUT),
            new ToolAnnotations(false, true, true, false),
            Tier.DELETE);

    private final RecordService records;

    @Inject
    public DeleteRelatedRecordTool(RecordService records) {
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
        RecordName related = RecordAnswers.related(records, call);
        return RecordAnswers.write(records, call, related.objectName(), List.of(new RecordChange.Delete(related.id())));
    }
}
