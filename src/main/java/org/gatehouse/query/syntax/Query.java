package org.gatehouse.query.syntax;

import java.util.List;
import java.util.Optional;

/**
 * A query as written: its shape is right, its names are not yet looked at.
 *
 * @param object the object in FROM; in a query for children the name of the relationship to them
 * @param scope the word after USING SCOPE
 */
public record Query(
        Selection selection,
        Name object,
        Optional<Name> scope,
        Optional<Expression> where,
        List<Operand> groupBy,
        Optional<Expression> having,
        List<Ordering> orderings,
        Optional<RowCount> limit,
        Optional<RowCount> offset) {
    public Query {
        groupBy = List.copyOf(groupBy);
        orderings = List.copyOf(orderings);
    }

    /** A number of rows, as LIMIT and OFFSET have it. */
    public record RowCount(long value, Position position) {}
}
