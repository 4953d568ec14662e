package org.gatehouse.query.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gatehouse.platform.problem.Problem.QueryError;
import org.gatehouse.query.syntax.Item;
import org.gatehouse.query.syntax.Operand;
import org.gatehouse.query.syntax.Path;
import org.gatehouse.query.syntax.Query;
import org.gatehouse.query.syntax.Selection;
import org.gatehouse.query.syntax.SyntaxProblems;

/**
 * Plans the queries inside WHERE. Each resolves its own names under the same access and filters its own scans: what is hidden outside is
 * hidden inside.
 */
final class SemiJoins {
    private final PlanContext context;
    private final ScanNumbers numbers;
    private final boolean allowed;
    private final Set<String> objects = new TreeSet<>();
    private int count;
    private boolean momentary;

    /** @param allowed whether there may be any; a query inside WHERE has none of its own */
    SemiJoins(PlanContext context, ScanNumbers numbers, boolean allowed) {
        this.context = context;
        this.numbers = numbers;
        this.allowed = allowed;
    }

    /** The objects whose records these queries read. */
    Set<String> objects() {
        return objects;
    }

    /** Whether one of these queries computes with the moment of asking. */
    boolean momentary() {
        return momentary;
    }

    CallerFilter plan(Operand operand, Value value, Query query, boolean negated) {
        if (!allowed || ++count > context.limits().semiJoins()) {
            throw SyntaxProblems.at(query.object().position(), QueryError.QUERY_TOO_COMPLICATED,
                    "a query has at most " + context.limits().semiJoins() + " queries in IN, and those have none.");
        }
        boolean plain = query.groupBy().isEmpty() && query.having().isEmpty() && query.orderings().isEmpty() && query.limit().isEmpty()
                && query.offset().isEmpty() && query.scope().isEmpty() && !query.allRows();
        if (!plain || !(query.selection() instanceof Selection.Items(var items)) || items.size() != 1
                || !(items.getFirst() instanceof Item.Value(Path path, var alias)) || alias.isPresent()) {
            throw SyntaxProblems.at(query.object().position(), QueryError.MALFORMED_QUERY,
                    "a query in IN selects one field, with or without WHERE, and nothing else.");
        }
        Binder binder = new Binder(context, Binder.object(context.access(), query.object()), numbers);
        Column found = binder.column(path);
        Optional<CallerFilter> where = query.where()
                .map(new FilterPlanner(binder::filtered, new SemiJoins(context, numbers, false), context)::plan);
        if (!(value instanceof Column column) || !column.field().isId() || !found.field().isId()
                || column.field().traits().keyType() != found.field().traits().keyType()) {
            throw SyntaxProblems.at(operand.position(), QueryError.INVALID_QUERY_FILTER_OPERATOR,
                    "IN with a query compares ids: an Id or a reference on both sides.");
        }
        QueryPlan plan = new QueryPlan(
                new QueryPlan.Output.Count(), binder.root(), binder.joins(), where, List.of(), Long.MAX_VALUE, Long.MAX_VALUE, 0, 0, Set.of(),
                binder.computed(), false, !binder.computed().isEmpty());
        momentary |= plan.momentary();
        objects.addAll(plan.objects());
        return new CallerFilter.InQuery(column, plan, found, negated);
    }
}
