package org.gatehouse.oracle;

import java.util.function.Function;
import org.gatehouse.oracle.Values.Value;
import org.jspecify.annotations.Nullable;

/** Whether a condition holds. Nothing compares to null but null, and whatever does not hold can be negated. */
final class Truth {
    private Truth() {}

    static boolean of(ModelTest test, Function<ModelPath, @Nullable Value> values) {
        return switch (test) {
            case ModelTest.And(var terms) -> terms.stream().allMatch(term -> of(term, values));
            case ModelTest.Or(var terms) -> terms.stream().anyMatch(term -> of(term, values));
            case ModelTest.Not(var term) -> !of(term, values);
            case ModelTest.Compare(var path, var operator, var value) -> compare(values.apply(path), operator, value);
            case ModelTest.In(var path, var negated, var candidates) -> {
                Value value = values.apply(path);
                yield negated != candidates.stream().anyMatch(candidate -> equal(value, candidate));
            }
            case ModelTest.Like(var path, var pattern) -> {
                Value value = values.apply(path);
                yield value != null && pattern.matches((String) value.content());
            }
        };
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
