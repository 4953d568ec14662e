package org.gatehouse.extension.running;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.query.syntax.BoundValue;
import org.jspecify.annotations.Nullable;

/** Java values for the names after colons in a query. */
final class QueryArguments {
    private QueryArguments() {}

    static Map<String, List<BoundValue>> of(Map<String, ?> values) {
        Map<String, List<BoundValue>> bound = new LinkedHashMap<>();
        values.forEach((name, value) -> bound.put(
                name, value instanceof Collection<?> several ? several.stream().map(item -> one(name, item)).toList() : List.of(one(name, value))));
        return bound;
    }

    private static BoundValue one(String name, @Nullable Object value) {
        return switch (value) {
            case null -> BoundValue.none();
            case CharSequence text -> BoundValue.text(text.toString());
            case Enum<?> constant -> BoundValue.text(constant.name());
            case Boolean bool -> BoundValue.bool(bool);
            case BigDecimal number -> BoundValue.number(number);
            case Number number -> BoundValue.number(new BigDecimal(number.toString()));
            case LocalDate day -> BoundValue.date(day);
            case Instant moment -> BoundValue.dateTime(moment);
            default -> throw new IllegalArgumentException("The value of :" + name + " is a " + value.getClass().getName()
                    + "; a query takes texts, numbers, booleans, LocalDate, Instant, enums and collections of them.");
        };
    }
}
