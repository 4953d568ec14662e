package org.gatehouse.query.plan;

import org.gatehouse.metadata.FieldType;

/** What a statement compares, orders by or answers: a column of a row, or an aggregate over a group of rows. */
public sealed interface Value permits Column, Aggregate, Subtotal {
    /** What kind of value it is. */
    FieldType type();

    /** How a message calls it. */
    String name();
}
