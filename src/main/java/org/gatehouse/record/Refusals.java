package org.gatehouse.record;

import java.util.List;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.Problem.WriteError;
import org.gatehouse.platform.problem.ProblemException;

/** What a write refuses, in words that say what to do. */
final class Refusals {
    private Refusals() {}

    static ProblemException of(WriteError error, String message, String... fields) {
        return new ProblemException(new Problem.RefusedWrite(error, message, List.of(fields)));
    }

    /** The same for an object that is hidden and one that is not there. */
    static ProblemException noObject(String name) {
        return new ProblemException(new Problem.NotFound(
                Problem.Thing.OBJECT, name, "There is no object '" + name + "'. Call getObjectSchema without objectName to list the objects."));
    }

    /** The same for a record that is hidden and one that is not there. */
    static ProblemException noRecord(ObjectDefinition object, String id) {
        return new ProblemException(new Problem.NotFound(
                Problem.Thing.RECORD, id, "There is no " + object.apiName() + " with that id. Find its id with soqlQuery."));
    }

    /** The same for a field that is hidden and one that is not there. */
    static ProblemException noField(ObjectDefinition object, String name) {
        return of(
                WriteError.INVALID_FIELD,
                "No such column '" + name + "' on entity '" + object.apiName() + "'. Call getObjectSchema for the names of its fields.",
                name);
    }

    static ProblemException ambiguous(ObjectDefinition object, int count) {
        return new ProblemException(new Problem.InvalidArguments(
                "The path leads to " + (count > RecordRequest.MOST ? "many" : count) + " records of " + object.apiName() + ".",
                List.of(new Problem.Violation("/relatedId", "say which one; getRelatedRecords lists them"))));
    }

    static ProblemException noReference(String field) {
        return of(
                WriteError.INVALID_CROSS_REFERENCE_KEY,
                field + " does not name a record that it can point to. Find the id with soqlQuery.",
                field);
    }

    static ProblemException notEditable() {
        return of(
                WriteError.INSUFFICIENT_ACCESS_OR_READONLY,
                "Insufficient access rights on object id: the signed-in person may read this record but not do this to it.");
    }
}
