package org.gatehouse.metadata.formula;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Computes a formula over one record. Never fails: what cannot be computed is null. One serves one moment. */
public final class FormulaEvaluator {
    private final Instant now;

    public FormulaEvaluator(Instant now) {
        // Databases keep microseconds.
        this.now = now.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * The value of the formula: BigDecimal, String, Boolean, LocalDate, Instant or null.
     *
     */
    public @Nullable Object value(Formula formula, RecordState record) {
        return switch (formula) {
            case Formula.Constant constant -> constant.value();
            case Formula.Stored stored -> stored(stored.type(), record.now().get(stored.field()));
            case Formula.Prior prior -> stored(prior.type(), (record.before() == null ? record.now() : record.before()).get(prior.field()));
            case Formula.IsNew ignored -> record.before() == null;
            case Formula.Negative negative -> value(negative.operand(), record) instanceof BigDecimal number ? number.negate() : null;
            case Formula.Binary binary -> binary(binary, record);
            case Formula.Choice choice -> value(holds(choice.condition(), record) ? choice.then() : choice.otherwise(), record);
            case Formula.Blank blank -> value(blank.operand(), record) == null;
            case Formula.InWords words -> inWords(value(words.operand(), record));
            case Formula.Applied applied -> new FunctionValues(this, now, record).value(applied);
        };
    }

    /** Whether a condition is true; blank is false. */
    public boolean holds(Formula condition, RecordState record) {
        return Boolean.TRUE.equals(value(condition, record));
    }

    private static @Nullable Object stored(FormulaType type, @Nullable Object value) {
        return switch (type) {
            case NUMBER -> value instanceof BigDecimal number ? Numbers.result(number) : null;
            case BOOLEAN -> Boolean.TRUE.equals(value);
            case TEXT, PICKLIST -> value == null ? null : blankAsNull(value.toString());
            case DATE, DATETIME, NOTHING -> value;
        };
    }

    private @Nullable Object binary(Formula.Binary binary, RecordState record) {
        return switch (binary.operator()) {
            case BOTH -> holds(binary.left(), record) && holds(binary.right(), record);
            case EITHER -> holds(binary.left(), record) || holds(binary.right(), record);
            case JOIN -> blankAsNull(text(value(binary.left(), record)) + text(value(binary.right(), record)));
            case EQUAL -> order(binary, record) == 0;
            case UNEQUAL -> order(binary, record) != 0;
            case ADD, SUBTRACT, MULTIPLY, DIVIDE -> value(binary.left(), record) instanceof BigDecimal left
                            && value(binary.right(), record) instanceof BigDecimal right
                    ? computed(binary.operator(), left, right)
                    : null;
            case BELOW, AT_MOST, ABOVE, AT_LEAST -> ordered(binary, record);
        };
    }

    private static @Nullable BigDecimal computed(Operator operator, BigDecimal left, BigDecimal right) {
        return switch (operator) {
            case ADD -> Numbers.result(left.add(right));
            case SUBTRACT -> Numbers.result(left.subtract(right));
            case MULTIPLY -> Numbers.result(left.multiply(right));
            case DIVIDE -> Numbers.divided(left, right);
            case JOIN, EQUAL, UNEQUAL, BELOW, AT_MOST, ABOVE, AT_LEAST, BOTH, EITHER -> throw new IllegalArgumentException("No arithmetic: " + operator);
        };
    }

    private boolean ordered(Formula.Binary binary, RecordState record) {
        if (value(binary.left(), record) == null || value(binary.right(), record) == null) {
            return false;
        }
        int order = order(binary, record);
        return switch (binary.operator()) {
            case BELOW -> order < 0;
            case AT_MOST -> order <= 0;
            case ABOVE -> order > 0;
            case AT_LEAST -> order >= 0;
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, JOIN, EQUAL, UNEQUAL, BOTH, EITHER ->
                throw new IllegalArgumentException("No order: " + binary.operator());
        };
    }

    /** Two blanks are equal; a blank differs from everything else. */
    private int order(Formula.Binary binary, RecordState record) {
        Object left = value(binary.left(), record);
        Object right = value(binary.right(), record);
        if (left == null) {
            return right == null ? 0 : -1;
        }
        if (right == null) {
            return 1;
        }
        return switch (left) {
            case BigDecimal number -> number.compareTo((BigDecimal) right);
            case LocalDate date -> date.compareTo((LocalDate) right);
            case Instant instant -> instant.compareTo((Instant) right);
            default -> left.equals(right) ? 0 : 1;
        };
    }

    private static @Nullable String inWords(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
            case LocalDate date -> date.toString();
            case Instant instant -> instant.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS).toInstant().toString();
            default -> value.toString();
        };
    }

    static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }

    static @Nullable String blankAsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
