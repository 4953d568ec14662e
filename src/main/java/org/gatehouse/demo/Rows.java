package org.gatehouse.demo;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Writes rows of one table in batches, so that a million of them need little memory. */
final class Rows implements AutoCloseable {
    private static final int BATCH = 1000;

    private final DSLContext sql;
    private final Table<?> table;
    private final List<String> columns;
    private final List<@Nullable Object[]> pending = new ArrayList<>(BATCH);
    private @Nullable Rows parents;

    Rows(DSLContext sql, String schema, String tableName, String... columns) {
        this.sql = sql;
        this.table = table(name(schema, tableName));
        this.columns = List.of(columns);
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
            sql.batch(insert()).bind(pending.toArray(Object[][]::new)).execute();
            pending.clear();
        }
    }

    private Query insert() {
        List<Field<?>> fields = IntStream.range(0, columns.size()).<Field<?>>mapToObj(this::typed).toList();
        return sql.insertInto(table).columns(fields).values(Collections.nCopies(columns.size(), (Object) null));
    }

    /** A column with the type of its values: PostgreSQL takes no text for a time. */
    private Field<?> typed(int column) {
        Class<?> type = pending.stream()
                .map(row -> row[column])
                .filter(Objects::nonNull)
                .findFirst()
                .<Class<?>>map(Object::getClass)
                .orElse(String.class);
        return field(name(columns.get(column)), type);
    }
}
