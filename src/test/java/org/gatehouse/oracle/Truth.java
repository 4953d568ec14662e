package org.gatehouse.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.gatehouse.oracle.Values.Value;
import org.jspecify.annotations.Nullable;

/** Whether a condition holds. Nothing compares to null but null, and whatever does not hold can be negated. */
final class Truth {
    private Truth() {}

    /** What a condition is asked of: a record, or a group of them. */
    interface Row {
        @Nullable Value value(ModelOperand operand);

        /** The ids that a query inside the condition finds. */
        Set<String> found(ModelTest.InQuery query);
    }

    static boolean of(ModelTest test, Row row) {
        return switch (test) {
            case ModelTest.And(var terms) -> terms.stream().allMatch(term -> of(term, row));
            case ModelTest.Or(var terms) -> terms.stream().anyMatch(term -> of(term, row));
            case ModelTest.Not(var term) -> !of(term, row);
            case ModelTest.Compare(var operand, var operator, var value) -> compare(row.value(operand), operator, value);
            case ModelTest.In(var operand, var negated, var candidates) -> {
                Value value = row.value(operand);
                yield negated != candidates.stream().anyMatch(candidate -> equal(value, candidate));
            }
            case ModelTest.Like(var operand, var pattern) -> {
                Value value = row.value(operand);
                yield value != null && pattern.matches((String) value.content());
            }
            case ModelTest.Days(var path, var operator, var days) -> days(row.value(path), operator, days);
            case ModelTest.Includes(var path, var negated, var texts) -> {
                Value value = row.value(path);
                yield negated != (value != null && texts.stream().anyMatch(text -> holds((String) value.content(), text)));
            }
            case ModelTest.InQuery query -> {
                Value value = row.value(query.path());
                yield query.negated() != (value != null && row.found(query).contains((String) value.content()));
            }
        };
    }

    private static boolean days(@Nullable Value value, String operator, ModelDays days) {
        if (value == null) {
            return operator.equals("!=") || operator.equals("<>");
        }
        LocalDate day = value.content() instanceof LocalDate date ? date : LocalDate.ofInstant((Instant) value.content(), ZoneOffset.UTC);
        return days.hold(day, operator);
    }

    private static boolean holds(String stored, String wanted) {
        List<List<Integer>> values = Arrays.stream(stored.split(";", -1)).map(Folding::fold).toList();
        return Arrays.stream(wanted.split(";", -1)).map(Folding::fold).allMatch(values::contains);
    }

    static boolean compare(@Nullable Value value, String operator, @Nullable Object with) {
        return switch (operator) {
            case "=" -> equal(value, with);
            case "!=", "<>" -> !equal(value, with);
            case "<" -> value != null && with != null && value.against(with) < 0;
            case "<=" -> value != null && with != null && value.against(with) <= 0;
            case ">" -> value != null && with != null && value.against(with) > 0;
            case ">=" -> value != null && with != null && value.against(with) >= 0;
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static boolean equal(@Nullable Value value, @Nullable Object with) {
        if (value == null || with == null) {
            return value == null && with == null;
        }
        return value.against(with) == 0;
    }
}
