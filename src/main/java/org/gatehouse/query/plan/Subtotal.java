package org.gatehouse.query.plan;

import org.gatehouse.metadata.FieldType;

/** GROUPING: 1 in a row that adds up all values of a column that the others are grouped by, else 0. */
public record Subtotal(Column column) implements Value {
    @Override
    public FieldType type() {
        return FieldType.NUMBER;
    }

    @Override
    public String name() {
        return "GROUPING(" + column.name() + ")";
    }
}
