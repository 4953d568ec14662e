package org.gatehouse.query.plan;

import org.gatehouse.metadata.FieldType;

/** What a query computes from one field before it compares or groups by it. */
public sealed interface ColumnFunction permits DatePart, PicklistLabel {
    /** What kind of value comes of it. */
    FieldType type();

    /** How a query writes it. */
    String name();
}
