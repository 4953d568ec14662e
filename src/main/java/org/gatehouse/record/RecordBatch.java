package org.gatehouse.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.gatehouse.identity.Caller;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.metadata.validation.ValidationRules;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.query.QueryEngine;
import org.gatehouse.record.RowResult.RowError;
import org.jooq.DSLContext;

/** Does the changes of a request one after the other, inside a transaction that is there already. */
final class RecordBatch {
    private final DSLContext sql;
    private final EffectiveAccess access;
    private final Caller caller;
    private final Instant now;
    private final RecordQueries queries;
    private final ValidationRules rules;
    private final IntConsumer progress;

    /** @param progress told after each change how many are done */
    RecordBatch(DSLContext sql, QueryEngine engine, EffectiveAccess access, ValidationRules rules, Caller caller, Instant now, IntConsumer progress) {
        this.sql = sql;
        this.queries = new RecordQueries(engine, access);
        this.access = access;
        this.rules = rules;
        this.caller = caller;
        this.now = now;
        this.progress = progress;
    }

    /**
     * Does the request and answers a result for each change.
     *
     * @throws ProblemException if the object is not there; if one change is refused and all were asked for; or if what people may do changed
     *     meanwhile. The transaction must then be rolled back.
     */
    List<RowResult> run(RecordRequest request) {
        ObjectDefinition object = access.readableObject(request.objectName()).orElseThrow(() -> Refusals.noObject(request.objectName()));
        if (request.preview()) {
            return new Savepoints(sql).tryOut(() -> changes(object, request));
        }
        List<RowResult> results = request.idempotencyKey().isEmpty()
                ? changes(object, request)
                : new IdempotentWrites(sql, caller, now).once(request, () -> changes(object, request), id -> queries.find(object, id));
        new RecentRecords(sql, caller.userId()).seen(object, results.stream().flatMap(result -> result.id().stream()).toList(), now);
        new AccessUnchanged(sql).require(caller.accessVersion());
        return results;
    }

    private List<RowResult> changes(ObjectDefinition object, RecordRequest request) {
        RecordWriter writer = new RecordWriter(sql, access, object, rules.of(object, caller.accessVersion()), caller.userId(), now);
        List<RowResult> results = new ArrayList<>();
        for (RecordChange change : request.changes()) {
            Optional<ObjectNode> before = request.preview() ? before(object, change) : Optional.empty();
            RowResult result = request.allOrNone() ? together(writer, object, change, request, results.size()) : alone(writer, object, change);
            results.add(result.success() ? result.after(before) : result);
            progress.accept(results.size());
        }
        return results;
    }

    private Optional<ObjectNode> before(ObjectDefinition object, RecordChange change) {
        return switch (change) {
            case RecordChange.Create create -> Optional.empty();
            case RecordChange.Update update -> queries.find(object, update.id());
            case RecordChange.Delete delete -> queries.find(object, delete.id());
            case RecordChange.Undelete undelete -> Optional.empty();
        };
    }

    private RowResult together(RecordWriter writer, ObjectDefinition object, RecordChange change, RecordRequest request, int row) {
        try {
            return done(object, writer.write(change));
        } catch (ProblemException e) {
            throw request.changes().size() > 1 && e.problem() instanceof Problem.RefusedWrite(var error, var message, var fields)
                    ? new ProblemException(new Problem.RefusedWrite(error, "Record " + (row + 1) + ": " + message, fields))
                    : e;
        }
    }

    private RowResult alone(RecordWriter writer, ObjectDefinition object, RecordChange change) {
        try {
            return done(object, new Savepoints(sql).run(() -> writer.write(change)));
        } catch (ProblemException e) {
            List<String> fields = e.problem() instanceof Problem.RefusedWrite refused ? refused.fields() : List.of();
            return new RowResult(Optional.empty(), List.of(new RowError(e.problem().code(), e.problem().message(), fields)), Optional.empty(), Optional.empty());
        }
    }

    private RowResult done(ObjectDefinition object, String id) {
        return new RowResult(Optional.of(id), List.of(), queries.find(object, id), Optional.empty());
    }
}
