package org.gatehouse.query.sql;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.KeyType;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.permission.RecordFilter;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The statements that write records of one object. Every one that touches a row carries the record filter in its own condition, so that what
 * was allowed a moment ago and is not any more changes nothing.
 */
public final class RecordStatements {
    private static final String ALIAS = "t0";

    private final DSLContext sql;
    private final ObjectDefinition object;

    public RecordStatements(DSLContext sql, ObjectDefinition object) {
        this.sql = sql;
        this.object = object;
    }

    /** Adds a row and answers its id, which the database makes where the values have none. */
    public String insert(Map<FieldDefinition, @Nullable Object> values) {
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        values.forEach((field, value) -> row.put(target(field), value));
        return sql.insertInto(DSL.table(name(object.header().schema(), object.header().table())))
                .set(row)
                .returningResult(target(object.idField()))
                .fetchSingle(key -> KeyType.format(key.value1()));
    }

    /** What the fields of a record hold, and locks it against others who write; empty where the filter does not let it through. */
    public Optional<Map<FieldDefinition, @Nullable Object>> lock(String id, RecordFilter filter, boolean inBin, List<FieldDefinition> fields) {
        List<Field<?>> columns = fields.stream().<Field<?>>map(field -> Columns.column(ALIAS, field)).toList();
        return sql.select(columns)
                .from(Columns.table(object, ALIAS))
                .where(condition(id, filter, inBin))
                .forUpdate()
                .fetchOptional()
                .map(row -> values(row, fields));
    }

    /**
     * Changes a record.
     *
     * @param unmodifiedSince refuses where the field is later than that
     * @return whether it was there, passed the filter and was changed
     */
    public boolean update(
            String id, RecordFilter filter, boolean inBin, Map<FieldDefinition, @Nullable Object> values, Optional<Unmodified> unmodifiedSince) {
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        values.forEach((field, value) -> row.put(target(field), value));
        Condition unmodified = unmodifiedSince
                .<Condition>map(since -> Columns.column(ALIAS, since.field()).coerce(Instant.class).le(since.moment()))
                .orElse(noCondition());
        return sql.update(Columns.table(object, ALIAS)).set(row).where(condition(id, filter, inBin)).and(unmodified).execute() == 1;
    }

    /** Deletes a record for good. */
    public boolean delete(String id, RecordFilter filter) {
        return sql.deleteFrom(Columns.table(object, ALIAS)).where(condition(id, filter, false)).execute() == 1;
    }

    /** The ids of the present records, or of those in the bin, whose reference points to that id. */
    public List<String> idsOf(FieldDefinition reference, String parentId, boolean inBin) {
        return reference.traits().keyType().parse(parentId)
                .map(key -> sql.select(Columns.column(ALIAS, object.idField()))
                        .from(Columns.table(object, ALIAS))
                        .where(typed(reference).eq(key))
                        .and(bin(inBin))
                        .fetch(row -> KeyType.format(row.value1())))
                .orElse(List.of());
    }

    /** Moves records into the bin or out of it because the record they belong to moves; who may do so was asked there. */
    public void move(String id, boolean intoBin) {
        object.deletedField().ifPresent(mark -> key(id).ifPresent(key -> sql.update(Columns.table(object, ALIAS))
                .set(target(mark), inline(intoBin))
                .where(typed(object.idField()).eq(key))
                .execute()));
    }

    /** Locks a record in the bin against others, and tells whether it is there. */
    public boolean lockInBin(String id) {
        return key(id)
                .map(key -> sql.select(Columns.column(ALIAS, object.idField()))
                        .from(Columns.table(object, ALIAS))
                        .where(typed(object.idField()).eq(key))
                        .and(bin(true))
                        .forUpdate()
                        .fetchOptional())
                .flatMap(row -> row)
                .isPresent();
    }

    /** Takes a record out of the database that lies in the bin; whether its time has come was asked before. */
    public void purge(String id) {
        key(id).ifPresent(key -> sql.deleteFrom(Columns.table(object, ALIAS)).where(typed(object.idField()).eq(key)).and(bin(true)).execute());
    }

    /** Empties a reference in every record, deleted or not, that points to an id. */
    public void clear(FieldDefinition reference, String id) {
        reference.traits().keyType().parse(id).ifPresent(key -> sql.update(Columns.table(object, ALIAS))
                .setNull(target(reference))
                .where(typed(reference).eq(key))
                .execute());
    }

    private static Map<FieldDefinition, @Nullable Object> values(Record row, List<FieldDefinition> fields) {
        Map<FieldDefinition, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            values.put(fields.get(i), row.get(i));
        }
        return values;
    }

    private Condition condition(String id, RecordFilter filter, boolean inBin) {
        return key(id)
                .<Condition>map(key -> typed(object.idField()).eq(key))
                .orElse(falseCondition())
                .and(bin(inBin))
                .and(new RecordFilterSql(sql.dialect()).compile(filter, ALIAS, new Reading.LookUp()));
    }

    private Condition bin(boolean inBin) {
        if (!inBin) {
            return Columns.present(object, ALIAS);
        }
        return object.deletedField().<Condition>map(mark -> Columns.column(ALIAS, mark).coerce(Boolean.class).isTrue()).orElse(falseCondition());
    }

    private Optional<Object> key(String id) {
        return object.idField().traits().keyType().parse(id);
    }

    @SuppressWarnings("unchecked") // The key type that parsed the id is the column's.
    private static Field<Object> typed(FieldDefinition definition) {
        return (Field<Object>) Columns.column(ALIAS, definition);
    }

    /** The column as SET and INSERT name it: without the table. */
    @SuppressWarnings("unchecked") // Values are of the column's type: FieldValues made them.
    private static Field<Object> target(FieldDefinition definition) {
        return (Field<Object>) field(name(definition.column()), Columns.column(ALIAS, definition).getDataType());
    }

    /** That a record was not changed after a moment. */
    public record Unmodified(FieldDefinition field, Instant moment) {}
}
