package org.gatehouse.query.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.platform.problem.Problem.QueryError;
import org.gatehouse.query.syntax.Ordering;
import org.gatehouse.query.syntax.Query;
import org.gatehouse.query.syntax.Selection;
import org.gatehouse.query.syntax.SyntaxProblems;

/** Turns a query into a plan under one person's access, or says why it may not run. Has no state; one serves every thread. */
public final class QueryPlanner {
    private final QueryLimits limits;

    public QueryPlanner(QueryLimits limits) {
        this.limits = limits;
    }

    /**
     * Plans a query.
     *
     * @throws org.gatehouse.platform.problem.ProblemException with the place in the query if a name means nothing to this person, a value
     *     does not fit its field, or the query asks for more than the limits
     */
    public QueryPlan plan(Query query, EffectiveAccess access) {
        Binder binder = new Binder(access, limits, query.object());
        QueryPlan.Output output = output(query.selection(), binder);
        Optional<CallerFilter> where = query.where().map(new FilterPlanner(binder, limits)::plan);
        List<QueryPlan.Order> order = order(query.orderings(), binder);
        long offset = query.offset().map(this::offset).orElse(0L);
        long asked = query.limit().map(Query.RowCount::value).orElse(Long.MAX_VALUE);
        long page = Math.min(asked, limits.page());
        // One row more than fits tells whether the answer is complete, unless the query itself asks for no more.
        long fetch = asked > limits.page() ? page + 1 : page;
        return new QueryPlan(output, binder.root(), binder.joins(), where, order, output instanceof QueryPlan.Output.Count ? asked : fetch, page, offset);
    }

    private QueryPlan.Output output(Selection selection, Binder binder) {
        return switch (selection) {
            case Selection.Count() -> new QueryPlan.Output.Count();
            case Selection.Fields(var paths) -> {
                if (paths.size() > limits.fields()) {
                    throw SyntaxProblems.at(paths.get(limits.fields()).field().position(), QueryError.QUERY_TOO_COMPLICATED,
                            "SELECT takes at most " + limits.fields() + " fields.");
                }
                yield new QueryPlan.Output.Records(new ShapeBuilder(binder).shape(paths));
            }
        };
    }

    /** The caller's order, then the record's id, so that the same query always answers in the same order. */
    private List<QueryPlan.Order> order(List<Ordering> orderings, Binder binder) {
        if (orderings.size() > limits.orderings()) {
            throw SyntaxProblems.at(orderings.get(limits.orderings()).path().field().position(), QueryError.QUERY_TOO_COMPLICATED,
                    "ORDER BY takes at most " + limits.orderings() + " fields.");
        }
        List<QueryPlan.Order> order = new ArrayList<>();
        for (Ordering ordering : orderings) {
            Column column = binder.column(ordering.path());
            Comparability.checkOrdering(ordering.path().field(), column.field());
            order.add(new QueryPlan.Order(column, ordering.descending(), ordering.nullsLast()));
        }
        Column id = new Column(0, binder.root().object().idField());
        if (order.stream().noneMatch(ordering -> ordering.column().equals(id))) {
            order.add(new QueryPlan.Order(id, false, false));
        }
        return order;
    }

    private long offset(Query.RowCount offset) {
        if (offset.value() > limits.offset()) {
            throw SyntaxProblems.at(offset.position(), QueryError.NUMBER_OUTSIDE_VALID_RANGE, "OFFSET is at most " + limits.offset() + ".");
        }
        return offset.value();
    }
}
