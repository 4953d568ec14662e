package org.gatehouse.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.gatehouse.identity.Caller;
import org.gatehouse.metadata.validation.ValidationRules;
import org.gatehouse.permission.PermissionEngine;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.query.QueryEngine;
import org.gatehouse.query.QueryResult;

/** Reads single records and writes records as the caller: the way in for tools and every other door. One call is one transaction. */
@Stateless
public class RecordService {
    @Inject
    Database database;

    @Inject
    PermissionEngine permissions;

    @Inject
    QueryEngine engine;

    @Inject
    ValidationRules rules;

    @Inject
    DuplicateAnswers duplicates;

    @Inject
    InstantSource clock;

    /**
     * Does the changes of a request.
     *
     * @throws org.gatehouse.platform.problem.ProblemException if it is refused; nothing is written then
     */
    public List<RowResult> write(Caller caller, RecordRequest request) {
        return write(caller, request, done -> {});
    }

    /**
     * As {@link #write(Caller, RecordRequest)}.
     *
     * @param progress told after each change how many are done; what it throws ends the request, and nothing is written then
     */
    public List<RowResult> write(Caller caller, RecordRequest request, IntConsumer progress) {
        duplicates.requireLeft(caller);
        try {
            List<RowResult> results =
                    new RecordBatch(database.sql(), engine, permissions.access(caller), rules, caller, now(), progress).run(request);
            duplicates.count(caller, results);
            return results;
        } catch (ProblemException refusal) {
            duplicates.count(caller, refusal);
            throw refusal;
        }
    }

    /**
     * The records that a path leads to from a record.
     *
     * @param path names of relationships parted by slashes
     * @param fields the fields to answer, or none for the id and the name
     * @throws org.gatehouse.platform.problem.ProblemException if the record, a relationship or a field is not there for the caller
     */
    public QueryResult related(Caller caller, String objectName, String id, String path, List<String> fields, int limit) {
        return person(caller).related(objectName, id, path, fields, limit);
    }

    /**
     * The one record that a path leads to, so that it can be changed.
     *
     * @param relatedId which one it is, if the path leads to several
     * @throws org.gatehouse.platform.problem.ProblemException if there is none, or if it is not clear which
     */
    public RecordName relatedRecord(Caller caller, String objectName, String id, String path, Optional<String> relatedId) {
        return person(caller).one(objectName, id, path, relatedId);
    }

    /**
     * The records of an object that the caller opened or changed lately and may still see, latest first.
     *
     * @throws org.gatehouse.platform.problem.ProblemException if there is no such object for the caller
     */
    public List<ObjectNode> recent(Caller caller, String objectName, int limit) {
        return person(caller).recent(objectName, limit);
    }

    /**
     * The latest changes of a record's tracked fields, newest first, as far as the caller may read the fields.
     *
     * @throws org.gatehouse.platform.problem.ProblemException if the record is not there for the caller
     */
    public List<FieldChange> history(Caller caller, String objectName, String id) {
        return person(caller).history(objectName, id);
    }

    private PersonsRecords person(Caller caller) {
        return new PersonsRecords(database.sql(), engine, permissions.access(caller), caller.userId(), now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
