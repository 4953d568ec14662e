package org.gatehouse.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.catalog.ToolCall;
import org.gatehouse.catalog.ToolResult;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.record.RecordChange;
import org.gatehouse.record.RecordName;
import org.gatehouse.record.RecordRequest;
import org.gatehouse.record.RecordService;
import org.gatehouse.record.RowResult;

/** What the tools that write records have in common: options of a request, and its answer. */
final class RecordAnswers {
    /** The arguments that every such tool takes besides its own. */
    static final String SINGLE_OPTIONS = """
            "preview": {"type": "boolean", "description": "True answers what the change would do under all rules, and changes nothing."},
            "idempotencyKey": {"type": "string", "minLength": 1, "maxLength": 100, "description": "Your own name for this change. Repeat the same call with the same key after a lost answer: it has one effect."}""";

    /** The same for tools that write several records. */
    static final String OPTIONS = """
            "allOrNone": {"type": "boolean", "description": "Whether one refusal takes everything back. True unless you say false; then each record has its own result."},
            """ + SINGLE_OPTIONS;

    /** The argument by which nobody's later change is overwritten. */
    static final String UNMODIFIED = """
            "ifUnmodifiedSince": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\\\.[0-9]{1,9})?Z$",
              "description": "Refuse the change if a record was changed after this time, for example 2026-01-31T10:15:00.000Z."}""";

    static final String OUTPUT = """
            {"type": "object",
             "properties": {
               "success": {"type": "boolean", "description": "Whether every record was written."},
               "preview": {"type": "boolean", "description": "True if nothing was written."},
               "results": {"type": "array", "items": {"type": "object",
                 "properties": {
                   "id": {"type": "string"},
                   "success": {"type": "boolean"},
                   "record": {"type": "object", "description": "The record now, as far as the signed-in person may read it; in a preview as it would be."},
                   "before": {"type": "object", "description": "In a preview of a change or deletion: the record as it is."},
                   "errors": {"type": "array", "items": {"type": "object",
                     "properties": {"errorCode": {"type": "string"}, "message": {"type": "string"}, "fields": {"type": "array", "items": {"type": "string"}}},
                     "required": ["errorCode", "message", "fields"], "additionalProperties": false}}},
                 "required": ["success", "errors"], "additionalProperties": false}}},
             "required": ["success", "results"],
             "additionalProperties": false}""";

    private static final int TOLD_EVERY = 20;

    private RecordAnswers() {}

    static ToolResult write(RecordService records, ToolCall call, List<RecordChange> changes) {
        return write(records, call, call.arguments().get("objectName").asText(), changes);
    }

    static ToolResult write(RecordService records, ToolCall call, String objectName, List<RecordChange> changes) {
        ObjectNode arguments = call.arguments();
        boolean preview = arguments.path("preview").asBoolean(false);
        RecordRequest request = new RecordRequest(
                objectName, changes, arguments.path("allOrNone").asBoolean(true), preview,
                Optional.ofNullable(arguments.path("idempotencyKey").textValue()));
        List<RowResult> results = records.write(call.caller(), request, done -> tell(call, done, changes.size()));
        call.noteObject(request.objectName());
        if (!preview) {
            results.forEach(result -> result.id().ifPresent(call::noteRecord));
        }
        call.noteRows(results.stream().filter(RowResult::success).count());
        ObjectNode answer = Json.object().put("success", results.stream().allMatch(RowResult::success));
        if (preview) {
            answer.put("preview", true);
        }
        ArrayNode rows = answer.putArray("results");
        results.forEach(result -> rows.add(json(result)));
        return new ToolResult(answer, Json.text(answer));
    }

    /** One record is done before anybody could wonder. */
    private static void tell(ToolCall call, int done, int total) {
        if (total > 1 && (done % TOLD_EVERY == 0 || done == total)) {
            call.dialogue().progress(done, total, done + " of " + total + " records");
        }
    }

    /** The arguments with which such a tool changes nothing. */
    static ObjectNode rehearsal(ObjectNode arguments) {
        return arguments.deepCopy().put("preview", true);
    }

    /** An answer of records that were found. */
    static ToolResult found(ToolCall call, List<ObjectNode> records, boolean done) {
        call.noteRows(records.size());
        ObjectNode answer = Json.object().put("totalSize", records.size()).put("done", done);
        ArrayNode rows = answer.putArray("records");
        records.forEach(rows::add);
        return new ToolResult(answer, Json.text(answer));
    }

    /** The record that the path of a call leads to. */
    static RecordName related(RecordService records, ToolCall call) {
        ObjectNode arguments = call.arguments();
        return records.relatedRecord(
                call.caller(), arguments.get("objectName").asText(), arguments.get("id").asText(), arguments.get("relationshipPath").asText(),
                Optional.ofNullable(arguments.path("relatedId").textValue()));
    }

    /** The moment after which nobody else may have changed the record. */
    static Optional<Instant> unmodifiedSince(ObjectNode arguments) {
        return Optional.ofNullable(arguments.path("ifUnmodifiedSince").textValue()).map(RecordAnswers::instant);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new ProblemException(new Problem.InvalidArguments(
                    "ifUnmodifiedSince is no point in time.", List.of(new Problem.Violation("/ifUnmodifiedSince", "a time such as 2026-01-31T10:15:00Z"))));
        }
    }

    /** The ids of a call: one in {@code id}, or several in {@code ids}. */
    static List<String> ids(ObjectNode arguments) {
        JsonNode one = arguments.get("id");
        if (one != null) {
            return List.of(one.asText());
        }
        List<String> ids = new ArrayList<>();
        arguments.path("ids").forEach(id -> ids.add(id.asText()));
        return ids;
    }

    private static ObjectNode json(RowResult result) {
        ObjectNode row = Json.object();
        result.id().ifPresent(id -> row.put("id", id));
        row.put("success", result.success());
        result.record().ifPresent(record -> row.set("record", record));
        result.before().ifPresent(before -> row.set("before", before));
        ArrayNode errors = row.putArray("errors");
        result.errors().forEach(error -> {
            ArrayNode fields = errors.addObject().put("errorCode", error.errorCode()).put("message", error.message()).putArray("fields");
            error.fields().forEach(fields::add);
        });
        return row;
    }
}
