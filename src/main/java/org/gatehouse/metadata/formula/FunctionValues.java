package org.gatehouse.metadata.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values of functions over one record. Positions count characters as Unicode does, not halves of them. */
record FunctionValues(FormulaEvaluator evaluator, Instant now, RecordState record) {
    /** No text that a field or a formula can hold is longer. */
    private static final int LONGEST = 1_000_000;

    @Nullable Object value(Formula.Applied call) {
        List<Formula> arguments = call.arguments();
        return switch (call.function()) {
            case AND -> arguments.stream().allMatch(part -> evaluator.holds(part, record));
            case OR -> arguments.stream().anyMatch(part -> evaluator.holds(part, record));
            case NOT -> !evaluator.holds(arguments.getFirst(), record);
            case LEN -> BigDecimal.valueOf(length(text(call, 0)));
            case LEFT -> part(text(call, 0), 0, count(call, 1));
            case RIGHT -> {
                String text = text(call, 0);
                int most = count(call, 1);
                yield part(text, Math.max(length(text) - most, 0), most);
            }
            case MID -> part(text(call, 0), Math.max(count(call, 1) - 1, 0), count(call, 2));
            case TRIM -> FormulaEvaluator.blankAsNull(stripped(text(call, 0)));
            case UPPER -> FormulaEvaluator.blankAsNull(text(call, 0).toUpperCase(Locale.ROOT));
            case LOWER -> FormulaEvaluator.blankAsNull(text(call, 0).toLowerCase(Locale.ROOT));
            case CONTAINS -> text(call, 0).contains(text(call, 1));
            case BEGINS -> text(call, 0).startsWith(text(call, 1));
            case ABS -> number(call, number -> number.abs());
            case FLOOR -> number(call, number -> Numbers.result(number.setScale(0, RoundingMode.FLOOR)));
            case CEILING -> number(call, number -> Numbers.result(number.setScale(0, RoundingMode.CEILING)));
            case ROUND -> number(call, (number, digits) -> Numbers.rounded(number, digits));
            case MOD -> number(call, Numbers::rest);
            case MIN -> extreme(call, Comparator.reverseOrder());
            case MAX -> extreme(call, Comparator.naturalOrder());
            case TODAY -> LocalDate.ofInstant(now, ZoneOffset.UTC);
            case NOW -> now;
            case YEAR -> argument(call, 0) instanceof LocalDate date ? BigDecimal.valueOf(date.getYear()) : null;
            case MONTH -> argument(call, 0) instanceof LocalDate date ? BigDecimal.valueOf(date.getMonthValue()) : null;
            case DAY -> argument(call, 0) instanceof LocalDate date ? BigDecimal.valueOf(date.getDayOfMonth()) : null;
            case DATE -> date(number(call, 0), number(call, 1), number(call, 2));
        };
    }

    private @Nullable Object argument(Formula.Applied call, int index) {
        return evaluator.value(call.arguments().get(index), record);
    }

    private String text(Formula.Applied call, int index) {
        return FormulaEvaluator.text(argument(call, index));
    }

    private @Nullable BigDecimal number(Formula.Applied call, int index) {
        return argument(call, index) instanceof BigDecimal number ? number : null;
    }

    private @Nullable BigDecimal number(Formula.Applied call, Function<BigDecimal, @Nullable BigDecimal> of) {
        BigDecimal number = number(call, 0);
        return number == null ? null : of.apply(number);
    }

    private @Nullable BigDecimal number(Formula.Applied call, BiFunction<BigDecimal, BigDecimal, @Nullable BigDecimal> of) {
        BigDecimal one = number(call, 0);
        BigDecimal other = number(call, 1);
        return one == null || other == null ? null : of.apply(one, other);
    }

    private int count(Formula.Applied call, int index) {
        BigDecimal number = number(call, index);
        return number == null ? 0 : Numbers.clamped(number, LONGEST);
    }

    /** The last in that order; null as soon as one is null, as in arithmetic. */
    private @Nullable BigDecimal extreme(Formula.Applied call, Comparator<BigDecimal> order) {
        BigDecimal extreme = null;
        for (int i = 0; i < call.arguments().size(); i++) {
            BigDecimal number = number(call, i);
            if (number == null) {
                return null;
            }
            extreme = extreme == null || order.compare(number, extreme) > 0 ? number : extreme;
        }
        return extreme;
    }

    private static @Nullable LocalDate date(@Nullable BigDecimal year, @Nullable BigDecimal month, @Nullable BigDecimal day) {
        if (year == null || month == null || day == null) {
            return null;
        }
        int y = Numbers.clamped(year, 10_000);
        if (y < 1 || y > 9_999) {
            return null;
        }
        try {
            return LocalDate.of(y, Numbers.clamped(month, 99), Numbers.clamped(day, 99));
        } catch (DateTimeException absent) {
            return null;
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static @Nullable String part(String text, int start, int count) {
        int length = length(text);
        int from = Math.min(start, length);
        int to = Math.min(from + count, length);
        return FormulaEvaluator.blankAsNull(text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to)));
    }

    /** Without the spaces at both ends. Only the space: databases do not agree on what else is white. */
    private static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == ' ') {
            to--;
        }
        return text.substring(from, to);
    }
}
