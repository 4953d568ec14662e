package org.gatehouse.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gatehouse.catalog.approval.Approval;
import org.gatehouse.platform.json.Json;

/**
 * A call that waits for approval, in words.
 *
 * @param changes what it would do to each record; empty if the tool cannot tell
 * @param arguments all that the agent gave, as JSON
 */
public record ApprovalText(
        String id, String client, String server, String tool, String title, boolean approved, String askedAt, String until, List<RecordText> changes,
        String arguments) {
    public ApprovalText {
        changes = List.copyOf(changes);
    }

    static ApprovalText of(Approval call) {
        List<RecordText> changes = new ArrayList<>();
        JsonNode rehearsal = call.rehearsal();
        if (rehearsal != null) {
            rehearsal.path("results").forEach(row -> changes.add(RecordText.of(row)));
        }
        return new ApprovalText(
                call.id(), DisplayText.of(call.clientId()), call.server(), call.tool(), call.title(), call.approved(), Times.shown(call.createdAt()),
                Times.shown(call.expiresAt()), changes, Json.pretty(call.arguments()));
    }

    /**
     * What the call would do to one record.
     *
     * @param name the record's name where it has one, and its id
     * @param verb created, changed, deleted, restored or refused
     * @param fields those that would differ
     */
    public record RecordText(String name, String verb, List<FieldText> fields) {
        public RecordText {
            fields = List.copyOf(fields);
        }

        static RecordText of(JsonNode row) {
            JsonNode before = row.path("before");
            JsonNode after = row.path("record");
            JsonNode known = after.isObject() ? after : before;
            String id = row.path("id").asText();
            String name = known.path("Name").asText("");
            return new RecordText(
                    name.isEmpty() ? id : name + " (" + id + ")", verb(row, before, after),
                    row.path("success").asBoolean() ? fields(before, after) : refusals(row));
        }

        private static String verb(JsonNode row, JsonNode before, JsonNode after) {
            if (!row.path("success").asBoolean()) {
                return "refused";
            }
            return after.isObject() ? before.isObject() ? "changed" : "made" : "deleted";
        }

        private static List<FieldText> fields(JsonNode before, JsonNode after) {
            Set<String> names = new LinkedHashSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.remove("attributes");
            return names.stream()
                    .filter(name -> !before.path(name).equals(after.path(name)))
                    .map(name -> new FieldText(name, text(before.path(name)), text(after.path(name))))
                    .filter(field -> !field.before().equals(field.after()))
                    .toList();
        }

        private static List<FieldText> refusals(JsonNode row) {
            return row.path("errors").valueStream().map(error -> new FieldText(error.path("errorCode").asText(), "", error.path("message").asText())).toList();
        }

        private static String text(JsonNode value) {
            return value.isMissingNode() || value.isNull() ? "" : value.isValueNode() ? value.asText() : value.toString();
        }
    }

    /** A field before and after. */
    public record FieldText(String name, String before, String after) {}
}
