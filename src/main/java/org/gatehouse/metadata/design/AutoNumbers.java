package org.gatehouse.metadata.design;

import static org.gatehouse.platform.database.schema.Tables.AUTO_NUMBER;

import org.jooq.DSLContext;

/**
 * Counts the numbers of auto-number fields, as part of the transaction that makes the record: one that is rolled back leaves no gap, at the
 * price that two records of one object are not made at the same moment.
 */
public final class AutoNumbers {
    private final DSLContext sql;

    public AutoNumbers(DSLContext sql) {
        this.sql = sql;
    }

    /** The next number, which nobody else gets. */
    public long next(String object, String field) {
        // The update comes first: its row lock makes the read after it the number that this transaction took.
        int counted = sql.update(AUTO_NUMBER)
                .set(AUTO_NUMBER.NEXT_NUMBER, AUTO_NUMBER.NEXT_NUMBER.plus(1))
                .where(AUTO_NUMBER.OBJECT_NAME.eq(object).and(AUTO_NUMBER.FIELD_NAME.eq(field)))
                .execute();
        if (counted == 0) {
            throw new IllegalStateException("No counter for " + object + "." + field);
        }
        return sql.select(AUTO_NUMBER.NEXT_NUMBER)
                        .from(AUTO_NUMBER)
                        .where(AUTO_NUMBER.OBJECT_NAME.eq(object).and(AUTO_NUMBER.FIELD_NAME.eq(field)))
                        .fetchSingle(AUTO_NUMBER.NEXT_NUMBER)
                - 1;
    }

    void start(String object, String field) {
        sql.insertInto(AUTO_NUMBER, AUTO_NUMBER.OBJECT_NAME, AUTO_NUMBER.FIELD_NAME, AUTO_NUMBER.NEXT_NUMBER).values(object, field, 1L).execute();
    }
}
