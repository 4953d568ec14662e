package org.gatehouse.query.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A query that may run: every field readable, every scan filtered.
 *
 * @param fetch the most rows to fetch
 * @param page the most rows to answer; one more may be fetched, only to see whether there are more
 * @param answered how many rows behind the query's own OFFSET are left out, because earlier pages answered them; {@code offset} counts them in
 * @param semiJoined the objects of the queries inside WHERE
 * @param computed the formula fields that stand anywhere in the query, without parts of their dates
 * @param allRows whether records in the recycle bin are read as well
 * @param momentary whether something in it, or in a query inside it, computes with the moment of asking: then it is good for once
 */
public record QueryPlan(
        Output output,
        ObjectScan root,
        List<ParentJoin> joins,
        Optional<CallerFilter> where,
        List<Order> order,
        long fetch,
        long page,
        long offset,
        long answered,
        Set<String> semiJoined,
        Set<Column> computed,
        boolean allRows,
        boolean momentary) {
    public QueryPlan {
        joins = List.copyOf(joins);
        order = List.copyOf(order);
        semiJoined = Set.copyOf(semiJoined);
        computed = Set.copyOf(computed);
    }

    /** The API names of the objects whose records the query reads. */
    public Set<String> objects() {
        Set<String> objects = new TreeSet<>(semiJoined);
        objects.add(root.object().apiName());
        joins.forEach(join -> objects.add(join.parent().object().apiName()));
        if (output instanceof Output.Records records) {
            records.children().forEach(children -> objects.addAll(children.plan().objects()));
        }
        return objects;
    }

    /** What comes out. */
    public sealed interface Output {
        /** Only the number of records. */
        record Count() implements Output {}

        record Records(RecordShape shape, List<Children> children) implements Output {
            public Records {
                children = List.copyOf(children);
            }
        }

        /**
         * A row for each group.
         *
         * @param sets what each group of rows is made by: all of {@code groupBy}, and for subtotals some or none of it
         */
        record Groups(List<Result> results, List<Column> groupBy, List<List<Column>> sets, Optional<CallerFilter> having) implements Output {
            public Groups {
                results = List.copyOf(results);
                groupBy = List.copyOf(groupBy);
                sets = sets.stream().map(List::copyOf).toList();
            }

            /** What tells any two rows apart. */
            List<Value> distinguishing() {
                List<Value> values = new ArrayList<>(groupBy);
                if (sets.size() > 1) {
                    groupBy.forEach(column -> values.add(new Subtotal(column)));
                }
                return values;
            }
        }
    }

    /** One value of a group's row, by its name there, and how it is written. */
    public record Result(String name, Value value, Presentation presentation) {}

    /**
     * The children of each record, found by a statement of their own.
     *
     * @param name the relationship's name
     * @param reference the children's field that points to the record
     */
    public record Children(String name, Column reference, QueryPlan plan) {}

    /** One value to order by. */
    public record Order(Value value, boolean descending, boolean nullsLast) {}
}
