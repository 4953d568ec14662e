package org.gatehouse.demo;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/** Writes rows of one table in batches, so that a million of them need little memory. */
final class Rows implements AutoCloseable {
    private static final int BATCH = 1000;

    private final DSLContext sql;
    private final Query insert;
    private final List<@Nullable Object[]> pending = new ArrayList<>(BATCH);
    private @Nullable Rows parents;

    Rows(DSLContext sql, String schema, String tableName, String... columns) {
        this.sql = sql;
        List<Field<Object>> fields = Arrays.stream(columns).map(column -> field(name(column))).toList();
        this.insert = sql.insertInto(table(name(schema, tableName)))
                .columns(fields)
                .values(Collections.nCopies(columns.length, (Object) null));
    }

    /** These rows refer to rows of the given table, which are always written first. */
    Rows referringTo(Rows other) {
        parents = other;
        return this;
    }

    void add(@Nullable Object... values) {
        pending.add(values);
        if (pending.size() == BATCH) {
            flush();
        }
    }

    @Override
    public void close() {
        flush();
    }

    private void flush() {
        if (parents != null) {
            parents.flush();
        }
        if (!pending.isEmpty()) {
            sql.batch(insert).bind(pending.toArray(Object[][]::new)).execute();
            pending.clear();
        }
    }
}
