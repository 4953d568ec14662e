package org.gatehouse.query.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A query that may run: every field readable, every scan filtered.
 *
 * @param fetch the most rows to fetch
 * @param page the most rows to answer; one more may be fetched, only to see whether there are more
 */
public record QueryPlan(
        Output output, ObjectScan root, List<ParentJoin> joins, Optional<CallerFilter> where, List<Order> order, long fetch, long page, long offset) {
    public QueryPlan {
        joins = List.copyOf(joins);
        order = List.copyOf(order);
    }

    /** The API names of the objects whose records the query reads. */
    public Set<String> objects() {
        Set<String> objects = new TreeSet<>();
        objects.add(root.object().apiName());
        joins.forEach(join -> objects.add(join.parent().object().apiName()));
        return objects;
    }

    /** What comes out. */
    public sealed interface Output {
        /** Only the number of records. */
        record Count() implements Output {}

        record Records(RecordShape shape) implements Output {}
    }

    /** One column to order by. */
    public record Order(Column column, boolean descending, boolean nullsLast) {}
}
