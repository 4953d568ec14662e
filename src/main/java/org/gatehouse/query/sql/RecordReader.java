package org.gatehouse.query.sql;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.gatehouse.metadata.KeyType;
import org.gatehouse.platform.json.Json;
import org.gatehouse.query.plan.Column;
import org.gatehouse.query.plan.QueryPlan;
import org.gatehouse.query.plan.RecordShape;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Turns rows into records as SOQL's answers have them: attributes first, then values, then parents, each parent a record of its own. */
public final class RecordReader {
    private static final DateTimeFormatter DATETIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final RecordShape shape;

    public RecordReader(RecordShape shape) {
        this.shape = shape;
    }

    /** The row of a group: the values of SELECT by their names. */
    public static ObjectNode group(List<QueryPlan.Result> results, Record row) {
        ObjectNode node = Json.object();
        node.putObject("attributes").put("type", "AggregateResult");
        for (int i = 0; i < results.size(); i++) {
            put(node, results.get(i).name(), results.get(i).presentation().of(row.get(SqlCompiler.label(i))));
        }
        return node;
    }

    /** The id that a row has in a column, as text. */
    public static @Nullable String id(Record row, Column column) {
        Object id = value(row, column);
        return id == null ? null : KeyType.format(id);
    }

    /** The record of a row. */
    public ObjectNode read(Record row) {
        return read(shape, row);
    }

    private static ObjectNode read(RecordShape shape, Record row) {
        ObjectNode node = Json.object();
        node.putObject("attributes").put("type", shape.object());
        for (RecordShape.Member member : shape.members()) {
            switch (member) {
                case RecordShape.Member.Value value -> put(node, value.name(), masked(value, row));
                case RecordShape.Member.Parent parent -> put(node, parent.name(), List.of(parent), row);
                case RecordShape.Member.OneOf(var name, var parents) -> put(node, name, parents, row);
            }
        }
        return node;
    }

    private static @Nullable Object masked(RecordShape.Member.Value value, Record row) {
        Object stored = value(row, value.column());
        return value.mask().isPresent() ? value.mask().get().apply(stored) : value.presentation().of(stored);
    }

    /** The parent that is there, or null. */
    private static void put(ObjectNode node, String name, List<RecordShape.Member.Parent> parents, Record row) {
        node.putNull(name);
        parents.stream().filter(parent -> value(row, parent.id()) != null).findFirst().ifPresent(parent -> node.set(name, read(parent.shape(), row)));
    }

    private static @Nullable Object value(Record row, Column column) {
        return row.get(SqlCompiler.label(column));
    }

    private static void put(ObjectNode node, String name, @Nullable Object value) {
        switch (value) {
            case null -> node.putNull(name);
            case String text -> node.put(name, text);
            case BigDecimal number -> node.put(name, number);
            case Boolean bool -> node.put(name, bool);
            case Long id -> node.put(name, KeyType.format(id));
            case UUID id -> node.put(name, KeyType.format(id));
            case LocalDate date -> node.put(name, date.toString());
            case Instant instant -> node.put(name, DATETIME.format(instant));
            default -> throw new IllegalStateException("No JSON for a " + value.getClass().getName());
        }
    }
}
