package org.gatehouse.query.plan;

import java.util.List;
import java.util.function.Function;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.platform.problem.Problem.QueryError;
import org.gatehouse.query.syntax.Expression;
import org.gatehouse.query.syntax.Literal;
import org.gatehouse.query.syntax.Operand;
import org.gatehouse.query.syntax.Operator;
import org.gatehouse.query.syntax.SyntaxProblems;

/**
 * Turns WHERE or HAVING of one query into a {@link CallerFilter}: finds what its operands mean, checks its values, resolves its negations.
 * What an operand may be differs between the two, so the one who knows is given.
 */
final class FilterPlanner {
    private static final int FIRST_YEAR = 1700;
    private static final int LAST_YEAR = 4000;

    private final Function<Operand, Value> values;
    private final SemiJoins semiJoins;
    private final QueryLimits limits;
    private final Moment moment;
    private int tests;

    FilterPlanner(Function<Operand, Value> values, SemiJoins semiJoins, PlanContext context) {
        this.values = values;
        this.semiJoins = semiJoins;
        this.limits = context.limits();
        this.moment = context.moment();
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
            case Expression.Like(var operand, var text) -> {
                Value value = test(operand);
                Comparability.checkLike(operand, value);
                checkWildcards(text);
                yield new CallerFilter.Like(value, text, negated);
            }
            case Expression.Holds(var operand, var word) -> {
                Value value = test(operand);
                Comparability.checkText(operand, value);
                checkWildcards(word);
                yield new CallerFilter.Like(value, word, negated);
            }
            case Expression.In in -> in(in, negated);
            case Expression.InQuery(var operand, var query) -> semiJoins.plan(operand, test(operand), query, negated);
            case Expression.Includes includes -> includes(includes, negated);
        };
    }

    private List<CallerFilter> all(List<Expression> terms, boolean negated) {
        return terms.stream().map(term -> plan(term, negated)).toList();
    }

    private CallerFilter comparison(Expression.Comparison comparison, boolean negated) {
        Value value = test(comparison.operand());
        Comparability.checkComparison(comparison.operand(), value, comparison.operator(), comparison.literal());
        Operator operator = negated ? comparison.operator().negated() : comparison.operator();
        // A null is not equal to a value, so != finds it; and what does not hold for it, NOT finds.
        boolean nullMatches = operator == Operator.NOT_EQUAL || (negated && comparison.operator() != Operator.NOT_EQUAL);
        return switch (comparison.literal()) {
            case Literal.Null ignored -> new CallerFilter.IsNull(value, operator == Operator.NOT_EQUAL);
            case Literal.Days days -> days(value, operator, days, nullMatches);
            case Literal.Text literal -> new CallerFilter.Compare(value, operator, literal, nullMatches);
            case Literal.Numeric literal -> new CallerFilter.Compare(value, operator, literal, nullMatches);
            case Literal.Bool literal -> new CallerFilter.Compare(value, operator, literal, nullMatches);
            case Literal.Date literal -> new CallerFilter.Compare(value, operator, literal, nullMatches);
            case Literal.DateTime literal -> new CallerFilter.Compare(value, operator, literal, nullMatches);
        };
    }

    /** A word for days is a range: equal is within it, less is before it, greater is after it. */
    private CallerFilter days(Value value, Operator operator, Literal.Days literal, boolean nullMatches) {
        Days days = Days.of(literal, moment.today());
        // The calendar of queries, as for dates that are written out: databases know no days far outside it.
        if (days.from().getYear() < FIRST_YEAR || days.to().getYear() > LAST_YEAR) {
            throw SyntaxProblems.at(literal.position(), QueryError.NUMBER_OUTSIDE_VALID_RANGE,
                    "a date lies between the years " + FIRST_YEAR + " and " + LAST_YEAR + ".");
        }
        boolean pointInTime = value.type() == FieldType.DATETIME;
        Literal begin = pointInTime
                ? new Literal.DateTime(days.begin(moment), literal.position())
                : new Literal.Date(days.from(), literal.position());
        Literal end = pointInTime
                ? new Literal.DateTime(days.end(moment), literal.position())
                : new Literal.Date(days.to(), literal.position());
        return switch (operator) {
            case EQUAL -> within(
                    new CallerFilter.Compare(value, Operator.GREATER_OR_EQUAL, begin, false),
                    new CallerFilter.Compare(value, Operator.LESS, end, false), value, nullMatches);
            case NOT_EQUAL -> new CallerFilter.Or(List.of(
                    new CallerFilter.Compare(value, Operator.LESS, begin, nullMatches),
                    new CallerFilter.Compare(value, Operator.GREATER_OR_EQUAL, end, nullMatches)));
            case LESS -> new CallerFilter.Compare(value, Operator.LESS, begin, nullMatches);
            case LESS_OR_EQUAL -> new CallerFilter.Compare(value, Operator.LESS, end, nullMatches);
            case GREATER -> new CallerFilter.Compare(value, Operator.GREATER_OR_EQUAL, end, nullMatches);
            case GREATER_OR_EQUAL -> new CallerFilter.Compare(value, Operator.GREATER_OR_EQUAL, begin, nullMatches);
        };
    }

    private static CallerFilter within(CallerFilter from, CallerFilter to, Value value, boolean nullMatches) {
        CallerFilter both = new CallerFilter.And(List.of(from, to));
        return nullMatches ? new CallerFilter.Or(List.of(both, new CallerFilter.IsNull(value, false))) : both;
    }

    private CallerFilter in(Expression.In in, boolean negated) {
        if (in.literals().size() > limits.values()) {
            throw SyntaxProblems.at(in.literals().get(limits.values()).position(), QueryError.QUERY_TOO_COMPLICATED,
                    "IN takes at most " + limits.values() + " values.");
        }
        Value value = test(in.operand());
        Comparability.checkIn(in.operand(), value, in.literals());
        in.literals().stream().filter(Literal.Days.class::isInstance).findFirst().ifPresent(days -> {
            throw SyntaxProblems.at(days.position(), QueryError.INVALID_QUERY_FILTER_OPERATOR, "words for days do not stand in IN; compare with =.");
        });
        List<Literal> values = in.literals().stream().filter(literal -> !(literal instanceof Literal.Null)).toList();
        boolean nullListed = values.size() < in.literals().size();
        return new CallerFilter.In(value, values, nullListed != negated, negated);
    }

    private CallerFilter includes(Expression.Includes includes, boolean negated) {
        Value value = test(includes.operand());
        if (!(value instanceof Column column) || value.type() != FieldType.MULTI_PICKLIST) {
            throw SyntaxProblems.at(Comparability.end(includes.operand()), QueryError.INVALID_QUERY_FILTER_OPERATOR,
                    "INCLUDES and EXCLUDES need a multi-select picklist; '" + value.name() + "' is of type " + value.type().apiName() + ".");
        }
        List<List<String>> any = includes.texts().stream().map(text -> List.of(text.value().split(";", -1))).toList();
        if (any.stream().mapToInt(List::size).sum() > limits.values()) {
            throw SyntaxProblems.at(includes.operand().position(), QueryError.QUERY_TOO_COMPLICATED,
                    "INCLUDES takes at most " + limits.values() + " values.");
        }
        return new CallerFilter.Includes(column, any, negated);
    }

    private void checkWildcards(Literal.Text text) {
        if (text.wildcards() > limits.wildcards()) {
            throw SyntaxProblems.at(text.position(), QueryError.QUERY_TOO_COMPLICATED,
                    "LIKE takes at most " + limits.wildcards() + " % wildcards.");
        }
    }

    private Value test(Operand operand) {
        if (++tests > limits.tests()) {
            throw SyntaxProblems.at(operand.position(), QueryError.QUERY_TOO_COMPLICATED,
                    "WHERE takes at most " + limits.tests() + " comparisons.");
        }
        return values.apply(operand);
    }
}
