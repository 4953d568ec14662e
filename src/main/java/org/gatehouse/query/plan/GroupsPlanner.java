package org.gatehouse.query.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.platform.problem.Problem.QueryError;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.query.plan.Aggregate.Function;
import org.gatehouse.query.plan.QueryPlan.Result;
import org.gatehouse.query.syntax.FunctionCall;
import org.gatehouse.query.syntax.Item;
import org.gatehouse.query.syntax.Operand;
import org.gatehouse.query.syntax.Path;
import org.gatehouse.query.syntax.Query;
import org.gatehouse.query.syntax.SyntaxProblems;

/** Plans what is special about a query with aggregates: what it groups by, and what stands in SELECT, HAVING and ORDER BY then. */
final class GroupsPlanner {
    private final Binder binder;
    private final QueryLimits limits;
    private final Presentations presentations;
    private final List<Column> groupBy = new ArrayList<>();
    private Query.Grouping grouping = Query.Grouping.PLAIN;
    private final Map<String, Value> aliases = new HashMap<>();

    GroupsPlanner(Binder binder, PlanContext context) {
        this.binder = binder;
        this.limits = context.limits();
        this.presentations = new Presentations(context.moment());
    }

    /** Whether a query answers groups. */
    static boolean isGrouped(Query query, List<Item> items) {
        return !query.groupBy().isEmpty() || items.stream().anyMatch(item -> item instanceof Item.Value(FunctionCall call, var alias)
                && presented(call).flatMap(FunctionCall::argument).orElse(call) instanceof FunctionCall inner && function(inner).isPresent());
    }

    /** The output without its HAVING, which is planned with the names that this learns. */
    QueryPlan.Output.Groups plan(Query query, List<Item> items) {
        if (query.groupBy().size() > limits.groupings()) {
            throw SyntaxProblems.at(query.groupBy().get(limits.groupings()).position(), QueryError.QUERY_TOO_COMPLICATED,
                    "GROUP BY takes at most " + limits.groupings() + " fields.");
        }
        grouping = query.grouping();
        if (grouping != Query.Grouping.PLAIN && query.groupBy().size() > limits.subtotals()) {
            throw SyntaxProblems.at(query.groupBy().get(limits.subtotals()).position(), QueryError.QUERY_TOO_COMPLICATED,
                    grouping + " takes at most " + limits.subtotals() + " fields.");
        }
        for (Operand operand : query.groupBy()) {
            Column column = binder.column(operand);
            Comparability.checkGrouping(operand, column);
            groupBy.add(column);
        }
        List<Result> results = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int unnamed = 0;
        for (Item item : items) {
            if (!(item instanceof Item.Value(var operand, var alias))) {
                throw SyntaxProblems.at(query.object().position(), QueryError.MALFORMED_QUERY,
                        "a query with aggregates selects fields and functions, no children and no FIELDS().");
            }
            Optional<FunctionCall> presented = presented(operand);
            Value value = value(presented.flatMap(FunctionCall::argument).orElse(operand));
            String name = alias.map(given -> given.text()).orElse(null);
            if (name == null) {
                name = operand instanceof Path path && value instanceof Column column ? name(path, column) : "expr" + unnamed++;
            }
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                throw SyntaxProblems.at(operand.position(), QueryError.MALFORMED_QUERY, "duplicate alias: " + name + ". Give one of them another name.");
            }
            aliases.put(name.toLowerCase(Locale.ROOT), value);
            results.add(new Result(name, value, presented.<Presentation>map(call -> presentations.of(call, value)).orElseGet(Presentation.Plain::new)));
        }
        return new QueryPlan.Output.Groups(results, groupBy, sets(), Optional.empty());
    }

    /** A toLabel or FORMAT around what is selected. */
    private static Optional<FunctionCall> presented(Operand operand) {
        return operand instanceof FunctionCall call && Presentations.isOne(call) && call.argument().isPresent() ? Optional.of(call) : Optional.empty();
    }

    /** A field's own name, as its object writes it; that of several objects has the one that the query writes. */
    private static String name(Path path, Column column) {
        return path.field().text().equalsIgnoreCase(column.field().apiName()) ? column.field().apiName() : path.field().text();
    }

    /** What the rows are grouped by, the most fields first. */
    private List<List<Column>> sets() {
        return switch (grouping) {
            case PLAIN -> List.of(groupBy);
            case ROLLUP -> IntStream.rangeClosed(0, groupBy.size()).mapToObj(left -> groupBy.subList(0, groupBy.size() - left)).toList();
            case CUBE -> IntStream.range(0, 1 << groupBy.size())
                    .mapToObj(left -> IntStream.range(0, groupBy.size()).filter(i -> (left >> i & 1) == 0).mapToObj(groupBy::get).toList())
                    .toList();
        };
    }

    /** What an operand means in SELECT and HAVING: an aggregate, or something that is grouped by. */
    Value value(Operand operand) {
        if (operand instanceof FunctionCall call && function(call).isPresent()) {
            return aggregate(call, function(call).get());
        }
        if (operand instanceof FunctionCall call && call.function().text().equalsIgnoreCase("GROUPING")) {
            return subtotal(call);
        }
        Column column = binder.column(operand);
        if (!groupBy.contains(column)) {
            throw SyntaxProblems.at(operand.position(), QueryError.MALFORMED_QUERY, "Field must be grouped or aggregated: " + operand.text() + ".");
        }
        return column;
    }

    private Subtotal subtotal(FunctionCall call) {
        Operand argument = call.argument().orElseThrow(() -> subtotalNeeded(call));
        Column column = binder.column(argument);
        if (grouping == Query.Grouping.PLAIN || !groupBy.contains(column)) {
            throw subtotalNeeded(call);
        }
        return new Subtotal(column);
    }

    private static ProblemException subtotalNeeded(FunctionCall call) {
        return SyntaxProblems.at(call.position(), QueryError.MALFORMED_QUERY, "GROUPING takes a field of GROUP BY ROLLUP or GROUP BY CUBE.");
    }

    /** What an operand means in ORDER BY: also a name given in SELECT. */
    Value ordered(Operand operand) {
        if (operand instanceof Path path && path.relationships().isEmpty()) {
            Value named = aliases.get(path.field().text().toLowerCase(Locale.ROOT));
            if (named != null) {
                return named;
            }
        }
        return value(operand);
    }

    private Aggregate aggregate(FunctionCall call, Function function) {
        if (call.argument().isEmpty()) {
            if (function != Function.COUNT) {
                throw SyntaxProblems.at(call.position(), QueryError.MALFORMED_QUERY, call.function().text() + " takes a field.");
            }
            return new Aggregate(function, Optional.empty());
        }
        if (!(call.argument().get() instanceof Path path)) {
            throw SyntaxProblems.at(call.position(), QueryError.MALFORMED_QUERY, call.function().text() + " takes a field, not a function.");
        }
        Column column = binder.column(path);
        boolean fits = switch (function) {
            case COUNT, COUNT_DISTINCT -> column.type() != FieldType.LONG_TEXT;
            case SUM, AVG -> isNumber(column.type());
            case MIN, MAX -> isNumber(column.type()) || column.type() == FieldType.DATE || column.type() == FieldType.DATETIME;
        };
        if (!fits) {
            throw SyntaxProblems.at(path.field().position(), QueryError.INVALID_FIELD,
                    "the field '" + column.name() + "' of type " + column.type().apiName() + " does not go into " + function
                            + "; SUM and AVG take numbers, MIN and MAX numbers and dates.");
        }
        return new Aggregate(function, Optional.of(column));
    }

    private static Optional<Function> function(FunctionCall call) {
        String name = call.function().text().toUpperCase(Locale.ROOT);
        return Arrays.stream(Function.values()).filter(function -> function.name().equals(name)).findFirst();
    }

    private static boolean isNumber(FieldType type) {
        return type == FieldType.NUMBER || type == FieldType.CURRENCY || type == FieldType.PERCENT;
    }
}
