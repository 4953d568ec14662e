package org.gatehouse.query.plan;

import java.util.Optional;
import org.gatehouse.metadata.FieldType;

/**
 * One value for a group of rows. Only rows that the person may see are in the group.
 *
 * @param column what is added up or counted; empty counts rows
 */
public record Aggregate(Function function, Optional<Column> column) implements Value {
    @Override
    public FieldType type() {
        return switch (function) {
            case COUNT, COUNT_DISTINCT, SUM, AVG -> FieldType.NUMBER;
            case MIN, MAX -> column.orElseThrow().type();
        };
    }

    @Override
    public String name() {
        return function + "(" + column.map(Column::name).orElse("") + ")";
    }

    /** How the rows become one value. */
    public enum Function {
        COUNT,
        COUNT_DISTINCT,
        SUM,
        AVG,
        MIN,
        MAX;

        /** Whether the result is of what goes in: a sum of amounts is an amount, their number is not. */
        boolean keepsUnit() {
            return this != COUNT && this != COUNT_DISTINCT;
        }
    }
}
