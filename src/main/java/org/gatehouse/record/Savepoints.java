package org.gatehouse.record;

import java.util.function.Supplier;
import org.jooq.DSLContext;

/**
 * Steps of a transaction that can be taken back alone. They are statements, not calls of the driver: a container that owns the transaction
 * refuses those.
 */
final class Savepoints {
    private static final String NAME = "gatehouse_step";

    private final DSLContext sql;

    Savepoints(DSLContext sql) {
        this.sql = sql;
    }

    /** Runs a step; if it throws, everything it did is taken back and the transaction can go on. */
    <T> T run(Supplier<T> step) {
        sql.savepoint(NAME).execute();
        try {
            return step.get();
        } catch (RuntimeException e) {
            sql.rollback().toSavepoint(NAME).execute();
            throw e;
        }
    }

    /** Runs a step and takes back what it did, whatever becomes of it. */
    <T> T tryOut(Supplier<T> step) {
        sql.savepoint(NAME).execute();
        try {
            return step.get();
        } finally {
            sql.rollback().toSavepoint(NAME).execute();
        }
    }
}
