package org.gatehouse.metadata.design;

import static org.gatehouse.platform.database.schema.Tables.RETIRED_STORAGE;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Tables and columns that no definition names any more, or not yet: a managed table is born retired, and ends retired. */
final class RetiredStorage {
    private final DSLContext sql;
    private final Instant now;

    RetiredStorage(DSLContext sql, Instant now) {
        this.sql = sql;
        this.now = now;
    }

    List<Retired> all() {
        return sql.selectFrom(RETIRED_STORAGE).orderBy(RETIRED_STORAGE.RETIRED_AT, RETIRED_STORAGE.ID).fetch(row -> new Retired(
                row.get(RETIRED_STORAGE.ID), row.get(RETIRED_STORAGE.TABLE_SCHEMA) + "." + row.get(RETIRED_STORAGE.TABLE_NAME),
                row.get(RETIRED_STORAGE.COLUMN_NAME), row.get(RETIRED_STORAGE.RETIRED_AT).toString()));
    }

    /** Marks a table or column as retired, and answers the mark, which comes off when a definition names it. */
    String add(String tableName, @Nullable String column) {
        String id = UUID.randomUUID().toString();
        sql.insertInto(RETIRED_STORAGE)
                .set(RETIRED_STORAGE.ID, id)
                .set(RETIRED_STORAGE.TABLE_SCHEMA, ManagedTables.SCHEMA)
                .set(RETIRED_STORAGE.TABLE_NAME, tableName)
                .set(RETIRED_STORAGE.COLUMN_NAME, column)
                .set(RETIRED_STORAGE.RETIRED_AT, now)
                .execute();
        return id;
    }

    void inUse(String id) {
        sql.deleteFrom(RETIRED_STORAGE).where(RETIRED_STORAGE.ID.eq(id)).execute();
    }

    /** Drops a retired table or column with its data. */
    void purge(String id) {
        var row = sql.selectFrom(RETIRED_STORAGE).where(RETIRED_STORAGE.ID.eq(id)).fetchOptional().orElseThrow(() -> new ProblemException(
                new Problem.NotFound(Problem.Thing.OBJECT, id, "Nothing retired has this id.")));
        var of = table(name(row.get(RETIRED_STORAGE.TABLE_SCHEMA), row.get(RETIRED_STORAGE.TABLE_NAME)));
        String column = row.get(RETIRED_STORAGE.COLUMN_NAME);
        if (column == null) {
            // Columns of the table went with it.
            sql.deleteFrom(RETIRED_STORAGE)
                    .where(RETIRED_STORAGE.TABLE_SCHEMA.eq(row.get(RETIRED_STORAGE.TABLE_SCHEMA)))
                    .and(RETIRED_STORAGE.TABLE_NAME.eq(row.get(RETIRED_STORAGE.TABLE_NAME)))
                    .and(RETIRED_STORAGE.ID.ne(id))
                    .execute();
            sql.dropTableIfExists(of).cascade().execute();
        } else {
            sql.alterTableIfExists(of).dropColumnIfExists(name(column)).execute();
        }
        // Last, so that a purge that is cut short can be repeated.
        inUse(id);
    }
}
