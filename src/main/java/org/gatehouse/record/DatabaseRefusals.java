package org.gatehouse.record;

import java.util.function.Supplier;
import org.gatehouse.platform.problem.Problem.WriteError;
import org.gatehouse.platform.problem.ProblemException;
import org.jooq.exception.DataAccessException;

/** Turns what the database refuses into words that tell nothing of other records: no value, no constraint, no table. */
final class DatabaseRefusals {
    private DatabaseRefusals() {}

    /** Runs a statement that writes values. */
    static <T> T writing(Supplier<T> statement) {
        try {
            return statement.get();
        } catch (DataAccessException e) {
            throw refusal(e, false);
        }
    }

    /** Runs a statement that deletes. */
    static <T> T deleting(Supplier<T> statement) {
        try {
            return statement.get();
        } catch (DataAccessException e) {
            throw refusal(e, true);
        }
    }

    private static RuntimeException refusal(DataAccessException failure, boolean deleting) {
        String state = failure.sqlState();
        return switch (state) {
            case "23505" -> known(WriteError.DUPLICATE_VALUE, "A value that must be unique is in use already. Give another one.");
            case "40001", "40P01", "55P03", "HYT00", "90131" ->
                known(WriteError.UNABLE_TO_LOCK_ROW, "Somebody else is changing the same record. Try again.");
            default -> {
                if (state.startsWith("23")) {
                    yield deleting
                            ? known(WriteError.DELETE_FAILED, "The record cannot be deleted: other records depend on it.")
                            : known(WriteError.FIELD_INTEGRITY_EXCEPTION, "The values do not fit the rules of the object's table.");
                }
                yield state.startsWith("22")
                        ? known(WriteError.FIELD_INTEGRITY_EXCEPTION, "The values do not fit the columns of the object's table.")
                        : failure;
            }
        };
    }

    private static ProblemException known(WriteError error, String message) {
        return Refusals.of(error, message);
    }
}
