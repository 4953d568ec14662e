package org.gatehouse.query.syntax;

import java.util.List;
import java.util.Optional;

/**
 * A query as written: its shape is right, its names are not yet looked at.
 *
 * @param object the object in FROM; in a query for children the name of the relationship to them
 * @param scope the word after USING SCOPE
 * @param allRows whether it also asks for records in the recycle bin
 */
public record Query(
        Selection selection,
        Name object,
        Optional<Name> scope,
        Optional<Expression> where,
        Grouping grouping,
        List<Operand> groupBy,
        Optional<Expression> having,
        List<Ordering> orderings,
        Optional<RowCount> limit,
        Optional<RowCount> offset,
        boolean allRows) {
    public Query {
        groupBy = List.copyOf(groupBy);
        orderings = List.copyOf(orderings);
    }

    /** A query for some items of an object's records, in no order and without groups. */
    public static Query of(Selection selection, Name object, Optional<Expression> where, Optional<RowCount> limit) {
        return new Query(
                selection, object, Optional.empty(), where, Grouping.PLAIN, List.of(), Optional.empty(), List.of(), limit, Optional.empty(), false);
    }

    /** The same with another condition. */
    public Query filtered(Expression condition) {
        return new Query(
                selection, object, scope, Optional.of(condition), grouping, groupBy, having, orderings, limit, offset, allRows);
    }

    /** How the groups of GROUP BY are made: by all its fields, or besides by fewer of them, which gives subtotals. */
    public enum Grouping {
        PLAIN,
        /** Also by all fields but the last, by all but the last two, and so on. */
        ROLLUP,
        /** Also by every choice of the fields. */
        CUBE
    }

    /** A number of rows, as LIMIT and OFFSET have it. */
    public record RowCount(long value, Position position) {}
}
