package org.gatehouse.query.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gatehouse.metadata.ObjectCatalog;
import org.gatehouse.metadata.ObjectCatalog.ChildRelationship;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.metadata.formula.FormulaFields;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.platform.problem.Problem.QueryError;
import org.gatehouse.query.plan.QueryPlan.Output;
import org.gatehouse.query.syntax.Item;
import org.gatehouse.query.syntax.Operand;
import org.gatehouse.query.syntax.Ordering;
import org.gatehouse.query.syntax.Query;
import org.gatehouse.query.syntax.Selection;
import org.gatehouse.query.syntax.SyntaxProblems;
import org.jspecify.annotations.Nullable;

/** Turns a query into a plan under one person's access, or says why it may not run. One serves every thread. */
public final class QueryPlanner {
    private final QueryLimits limits;
    private volatile @Nullable FormulaFields formulas;

    public QueryPlanner(QueryLimits limits) {
        this.limits = limits;
    }

    /**
     * Plans a query.
     *
     * @throws org.gatehouse.platform.problem.ProblemException with the place in the query if a name means nothing to this person, a value
     *     does not fit its field, or the query asks for more than the limits
     */
    public QueryPlan plan(Query query, EffectiveAccess access, Moment moment) {
        return plan(query, access, moment, 0);
    }

    /**
     * Plans a query without its first rows.
     *
     * @param answered how many of them were answered before
     * @throws org.gatehouse.platform.problem.ProblemException as without
     */
    public QueryPlan plan(Query query, EffectiveAccess access, Moment moment, long answered) {
        PlanContext context = new PlanContext(access, moment, limits, formulas(access.catalog()));
        return plan(query, Binder.object(access, query.object()), context, 0, answered);
    }

    /** The formulas of the present catalog; the few who still ask under another one compile their own. */
    private FormulaFields formulas(ObjectCatalog catalog) {
        FormulaFields known = formulas;
        if (known == null || known.catalog() != catalog) {
            known = new FormulaFields(catalog);
            formulas = known;
        }
        return known;
    }

    /** @param depth how many queries for children lie around this one */
    private QueryPlan plan(Query query, ObjectDefinition object, PlanContext context, int depth, long answered) {
        ScanNumbers numbers = new ScanNumbers();
        Binder binder = new Binder(context, object, numbers);
        SemiJoins semiJoins = new SemiJoins(context, numbers, true);
        GroupsPlanner groups = new GroupsPlanner(binder, context);
        Output output = output(query, binder, groups, context, depth);
        Optional<CallerFilter> written = query.where().map(new FilterPlanner(binder::filtered, semiJoins, context)::plan);
        Optional<CallerFilter> where = query.scope().map(scope -> new Scopes(binder, context.access()).narrow(scope, written)).orElse(written);
        if (query.allRows() && !context.access().object(object).delete()) {
            throw SyntaxProblems.at(query.object().position(), QueryError.INSUFFICIENT_ACCESS,
                    "ALL ROWS is for those who may delete records of " + object.apiName() + ".");
        }
        List<QueryPlan.Order> order = order(query, output, binder, groups);
        if (output instanceof Output.Groups(var results, var groupBy, var sets, var none)) {
            output = new Output.Groups(
                    results, groupBy, sets, query.having().map(new FilterPlanner(groups::value, semiJoins, context)::plan));
        } else {
            query.having().ifPresent(having -> {
                throw SyntaxProblems.at(query.object().position(), QueryError.MALFORMED_QUERY, "HAVING needs GROUP BY.");
            });
        }
        long offset = query.offset().map(this::offset).orElse(0L) + answered;
        long asked = Math.max(0, query.limit().map(Query.RowCount::value).orElse(Long.MAX_VALUE) - answered);
        long page = Math.min(asked, depth == 0 ? limits.page() : limits.childPage());
        // One row more than fits tells whether the answer is complete, unless the query itself asks for no more.
        long fetch = asked > page ? page + 1 : page;
        return new QueryPlan(
                output, binder.root(), binder.joins(), where, order, output instanceof Output.Count ? asked : fetch, page, offset, answered,
                semiJoins.objects(), binder.computed(), query.allRows(),
                !binder.computed().isEmpty() || semiJoins.momentary() || momentary(output));
    }

    private static boolean momentary(Output output) {
        return output instanceof Output.Records records && records.children().stream().anyMatch(children -> children.plan().momentary());
    }

    private Output output(Query query, Binder binder, GroupsPlanner groups, PlanContext context, int depth) {
        return switch (query.selection()) {
            case Selection.Count() when query.groupBy().isEmpty() && depth == 0 -> new Output.Count();
            case Selection.Count() -> throw SyntaxProblems.at(query.object().position(), QueryError.MALFORMED_QUERY,
                    "COUNT() stands alone; with GROUP BY write COUNT(Id), and for children select fields.");
            case Selection.Items(List<Item> items) when GroupsPlanner.isGrouped(query, items) -> {
                if (depth > 0) {
                    throw SyntaxProblems.at(query.object().position(), QueryError.MALFORMED_QUERY, "only root queries support aggregate expressions.");
                }
                yield groups.plan(query, items);
            }
            case Selection.Items(List<Item> items) -> new RecordsPlanner(
                            binder, context, (relationship, inner) -> children(relationship, inner, context, depth + 1))
                    .plan(query, items);
        };
    }

    private QueryPlan children(ChildRelationship relationship, Query inner, PlanContext context, int depth) {
        if (depth > limits.hops()) {
            throw SyntaxProblems.at(inner.object().position(), QueryError.QUERY_TOO_COMPLICATED,
                    "queries for children lie at most " + limits.hops() + " deep.");
        }
        return plan(inner, relationship.child(), context, depth, 0);
    }

    /** The caller's order, then what tells rows apart, so that the same query always answers in the same order. */
    private List<QueryPlan.Order> order(Query query, Output output, Binder binder, GroupsPlanner groups) {
        List<Ordering> orderings = query.orderings();
        if (orderings.size() > limits.orderings()) {
            throw SyntaxProblems.at(orderings.get(limits.orderings()).operand().position(), QueryError.QUERY_TOO_COMPLICATED,
                    "ORDER BY takes at most " + limits.orderings() + " fields.");
        }
        Function<Operand, Value> values =
                output instanceof Output.Groups ? groups::ordered : binder::column;
        List<QueryPlan.Order> order = new ArrayList<>();
        for (Ordering ordering : orderings) {
            Value value = values.apply(ordering.operand());
            Comparability.checkOrdering(ordering.operand(), value);
            order.add(new QueryPlan.Order(value, ordering.descending(), ordering.nullsLast()));
        }
        List<? extends Value> last = output instanceof Output.Groups rows
                ? rows.distinguishing()
                : List.of(new Column(binder.root().number(), binder.root().object().idField()));
        for (Value value : last) {
            if (order.stream().noneMatch(ordering -> ordering.value().equals(value))) {
                order.add(new QueryPlan.Order(value, false, false));
            }
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
