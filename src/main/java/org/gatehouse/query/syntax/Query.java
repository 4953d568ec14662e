package org.gatehouse.query.syntax;

import java.util.List;
import java.util.Optional;

/** A query as written: its shape is right, its names are not yet looked at. */
public record Query(
        Selection selection,
        Name object,
        Optional<Expression> where,
        List<Ordering> orderings,
        Optional<RowCount> limit,
        Optional<RowCount> offset) {
    public Query {
        orderings = List.copyOf(orderings);
    }

    /** A number of rows, as LIMIT and OFFSET have it. */
    public record RowCount(long value, Position position) {}
}
