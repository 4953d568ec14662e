package org.gatehouse.permission.sharing;

import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Optimistic locking: who changes something names the version they read. */
final class Versions {
    private Versions() {}

    /** Lets something be made only if it is not there and nobody meant to change it. */
    static void requireNew(DSLContext sql, Table<?> table, Condition same, @Nullable Integer version) {
        if (version != null || sql.fetchExists(table, same)) {
            throw conflict();
        }
    }

    /** The one answer to whoever comes too late. */
    static ProblemException conflict() {
        return new ProblemException(new Problem.Conflict(
                "It has changed, gone or been made since you read it. Read it again and repeat your change with the version you read."));
    }
}
