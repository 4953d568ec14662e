package org.gatehouse.extension.running;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.catalog.Tier;
import org.gatehouse.extension.Records;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.record.RecordChange;
import org.gatehouse.record.RecordRequest;
import org.gatehouse.record.RowResult;

/** The records of whatever call its thread belongs to. It keeps nothing, so one serves all. */
public final class CallRecords implements Records {
    private static final Pattern API_NAME = Pattern.compile("[A-Za-z]\\w*");
    private static final Pattern FIELD = Pattern.compile("[A-Za-z]\\w*(\\.[A-Za-z]\\w*)*");
    private static final int MOST_RELATED = 200;

    @Override
    public Optional<Map<String, Object>> find(String object, String id, String... fields) {
        CallDesk desk = CallDesk.current();
        String selected = fields.length == 0 ? "FIELDS(STANDARD)" : String.join(", ", named(FIELD, fields));
        String soql = "SELECT " + selected + " FROM " + named(API_NAME, object).getFirst() + " WHERE Id = :id LIMIT 1";
        Optional<ObjectNode> found = CallQueries.run(desk, soql, Map.of("id", id)).records().stream().findFirst();
        found.ifPresent(record -> desk.ask((services, call) -> {
            call.noteRecord(id);
            return id;
        }));
        return found.map(desk.values()::map);
    }

    @Override
    public List<Map<String, Object>> related(String object, String id, String path, String... fields) {
        CallDesk desk = CallDesk.current();
        List<String> selected = named(FIELD, fields);
        return CallQueries.found(desk, (services, call) -> services.records().related(call.caller(), object, id, path, selected, MOST_RELATED))
                .records()
                .stream()
                .map(desk.values()::map)
                .toList();
    }

    @Override
    public String create(String object, Map<String, ?> values) {
        return createAll(object, List.of(values)).getFirst();
    }

    @Override
    public List<String> createAll(String object, List<? extends Map<String, ?>> values) {
        CallDesk desk = writing(Tier.WRITE);
        return write(desk, Tier.WRITE, object, values.stream().<RecordChange>map(one -> new RecordChange.Create(body(desk, one))).toList());
    }

    @Override
    public void update(String object, String id, Map<String, ?> values) {
        CallDesk desk = writing(Tier.WRITE);
        write(desk, Tier.WRITE, object, List.of(new RecordChange.Update(id, body(desk, values), Optional.empty())));
    }

    @Override
    public void update(String object, String id, Map<String, ?> values, Instant unmodifiedSince) {
        CallDesk desk = writing(Tier.WRITE);
        write(desk, Tier.WRITE, object, List.of(new RecordChange.Update(id, body(desk, values), Optional.of(unmodifiedSince))));
    }

    @Override
    public void delete(String object, String id) {
        write(writing(Tier.DELETE), Tier.DELETE, object, List.of(new RecordChange.Delete(id)));
    }

    @Override
    public void undelete(String object, String id) {
        write(writing(Tier.DELETE), Tier.DELETE, object, List.of(new RecordChange.Undelete(id)));
    }

    /** The desk of a call that may write this way, by what the tool says of itself. */
    private static CallDesk writing(Tier tier) {
        CallDesk desk = CallDesk.current();
        if (desk.tier() == Tier.READ) {
            throw new IllegalStateException("This tool, prompt or resource only reads, so it cannot write records. A tool that is to write must not have the readOnlyHint.");
        }
        if (tier == Tier.DELETE && desk.tier() != Tier.DELETE) {
            throw new IllegalStateException("This tool does not say that it deletes records. Set deletesRecords in its annotation.");
        }
        return desk;
    }

    private static List<String> write(CallDesk desk, Tier tier, String object, List<RecordChange> changes) {
        return desk.ask((services, call) -> {
            // A tool that deletes is admitted by the scope for deleting alone; it does not change records by that.
            if (!tier.coveredBy(call.caller().scopes())) {
                throw new ProblemException(new Problem.InsufficientAccess(
                        "The tool has to change records, and this agent's connection does not allow that. Connect with the scope " + tier.scope() + " as well."));
            }
            List<RowResult> results = services.records().write(call.caller(), new RecordRequest(object, changes, true, false, Optional.empty()));
            call.noteObject(object);
            List<String> ids = new ArrayList<>();
            results.forEach(result -> result.id().ifPresent(ids::add));
            ids.forEach(call::noteRecord);
            desk.noteRows(ids.size());
            return ids;
        });
    }

    private static ObjectNode body(CallDesk desk, Map<String, ?> values) {
        ObjectNode body = Json.object();
        // Member by member, so that a null stays and empties its field.
        values.forEach((name, value) -> {
            JsonNode json = desk.values().json(value);
            body.set(name, json);
        });
        return body;
    }

    /** Names that become part of a query; nothing else does. */
    private static List<String> named(Pattern pattern, String... names) {
        Arrays.stream(names).filter(name -> !pattern.matcher(name).matches()).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("'" + name + "' is no API name.");
        });
        return List.of(names);
    }
}
