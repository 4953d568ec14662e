package org.gatehouse.query.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.FieldType;

/**
 * A field of one scan, which the person may read, or something that is computed from it.
 *
 * @param scan the number of the scan
 * @param computation what the field computes, if it is not stored
 * @param function what the query computes from the field
 * @param others the same field of the other objects that a reference on the way may point to: at most one of them has a record, and its value counts
 */
public record Column(
        int scan, FieldDefinition field, Optional<Computation> computation, Optional<ColumnFunction> function, List<Column> others) implements Value {
    public Column {
        others = List.copyOf(others);
        if (field.isFormula() != computation.isPresent()) {
            throw new IllegalArgumentException(field.apiName() + " is stored or computed, not both");
        }
    }

    /** A stored field. */
    public Column(int scan, FieldDefinition field) {
        this(scan, field, Optional.empty());
    }

    /** A field as it is. */
    Column(int scan, FieldDefinition field, Optional<Computation> computation) {
        this(scan, field, computation, Optional.empty(), List.of());
    }

    /** This, or one of those where the record is of another object. */
    Column or(List<Column> more) {
        return new Column(scan, field, computation, function, more);
    }

    /** What a function makes of it. */
    Column take(ColumnFunction taken) {
        return new Column(scan, field, computation, Optional.of(taken), others);
    }

    /** It and the others, one for each object. */
    public List<Column> alternatives() {
        return Stream.concat(Stream.of(or(List.of())), others.stream().map(other -> other.withFunction(function))).toList();
    }

    private Column withFunction(Optional<ColumnFunction> same) {
        return new Column(scan, field, computation, same, List.of());
    }

    @Override
    public FieldType type() {
        return function.map(ColumnFunction::type).orElseGet(this::fieldType);
    }

    /** Fields of several objects are at least of one kind: texts or numbers, if not of one type. */
    private FieldType fieldType() {
        if (others.stream().allMatch(other -> other.field.type() == field.type())) {
            return field.type();
        }
        return field.type().isText() ? FieldType.TEXT : FieldType.NUMBER;
    }

    @Override
    public String name() {
        return function.map(taken -> taken.name() + "(" + field.apiName() + ")").orElse(field.apiName());
    }
}
