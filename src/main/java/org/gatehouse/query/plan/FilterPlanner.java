package org.gatehouse.query.plan;

import java.util.List;
import org.gatehouse.platform.problem.Problem.QueryError;
import org.gatehouse.query.syntax.Expression;
import org.gatehouse.query.syntax.Literal;
import org.gatehouse.query.syntax.Operator;
import org.gatehouse.query.syntax.Path;
import org.gatehouse.query.syntax.SyntaxProblems;

/** Turns the WHERE clause of one query into a {@link CallerFilter}: binds its fields, checks its values, resolves its negations. */
final class FilterPlanner {
    private final Binder binder;
    private final QueryLimits limits;
    private int tests;

    FilterPlanner(Binder binder, QueryLimits limits) {
        this.binder = binder;
        this.limits = limits;
    }

    CallerFilter plan(Expression expression) {
        return plan(expression, false);
    }

    private CallerFilter plan(Expression expression, boolean negated) {
        return switch (expression) {
            // De Morgan: not (a and b) is not a or not b.
            case Expression.And(var terms) -> negated ? new CallerFilter.Or(all(terms, true)) : new CallerFilter.And(all(terms, false));
            case Expression.Or(var terms) -> negated ? new CallerFilter.And(all(terms, true)) : new CallerFilter.Or(all(terms, false));
            case Expression.Not(var term) -> plan(term, !negated);
            case Expression.Comparison comparison -> comparison(comparison, negated);
            case Expression.Like(var path, var text) -> {
                Column column = test(path);
                Comparability.checkLike(path.field(), column.field());
                checkWildcards(text);
                yield new CallerFilter.Like(column, text, negated);
            }
            case Expression.In in -> in(in, negated);
        };
    }

    private List<CallerFilter> all(List<Expression> terms, boolean negated) {
        return terms.stream().map(term -> plan(term, negated)).toList();
    }

    private CallerFilter comparison(Expression.Comparison comparison, boolean negated) {
        Column column = test(comparison.path());
        Comparability.checkComparison(comparison.path().field(), column.field(), comparison.operator(), comparison.literal());
        Operator operator = negated ? comparison.operator().negated() : comparison.operator();
        if (comparison.literal() instanceof Literal.Null) {
            return new CallerFilter.IsNull(column, operator == Operator.NOT_EQUAL);
        }
        // A null is not equal to a value, so != finds it; and what does not hold for it, NOT finds.
        boolean nullMatches = operator == Operator.NOT_EQUAL || (negated && comparison.operator() != Operator.NOT_EQUAL);
        return new CallerFilter.Compare(column, operator, comparison.literal(), nullMatches);
    }

    private CallerFilter in(Expression.In in, boolean negated) {
        if (in.literals().size() > limits.values()) {
            throw SyntaxProblems.at(in.literals().get(limits.values()).position(), QueryError.QUERY_TOO_COMPLICATED,
                    "IN takes at most " + limits.values() + " values.");
        }
        Column column = test(in.path());
        Comparability.checkIn(in.path().field(), column.field(), in.literals());
        List<Literal> values = in.literals().stream().filter(literal -> !(literal instanceof Literal.Null)).toList();
        boolean nullListed = values.size() < in.literals().size();
        return new CallerFilter.In(column, values, nullListed != negated, negated);
    }

    private void checkWildcards(Literal.Text text) {
        if (text.wildcards() > limits.wildcards()) {
            throw SyntaxProblems.at(text.position(), QueryError.QUERY_TOO_COMPLICATED,
                    "LIKE takes at most " + limits.wildcards() + " % wildcards.");
        }
    }

    private Column test(Path path) {
        if (++tests > limits.tests()) {
            throw SyntaxProblems.at(path.names().getFirst().position(), QueryError.QUERY_TOO_COMPLICATED,
                    "WHERE takes at most " + limits.tests() + " comparisons.");
        }
        return binder.column(path);
    }
}
