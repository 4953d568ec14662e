package org.gatehouse.query.sql;

import static org.jooq.impl.DSL.abs;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.trunc;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import org.gatehouse.metadata.formula.Operator;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of formulas in a statement: ten digits behind the point after each step, null where a result has 25 digits before it, and no way to
 * fail. An operand stands once in each step, so that steps inside one another do not double.
 */
final class FormulaNumbers {
    private static final int SCALE = 10;

    static final DataType<BigDecimal> TYPE = SQLDataType.NUMERIC(36, SCALE);

    private static final BigDecimal BOUND = BigDecimal.TEN.pow(24);

    /** So far behind the point that a quotient of two numbers never lies between there and the half that it is rounded at. */
    private static final DataType<BigDecimal> DIVIDEND = SQLDataType.NUMERIC(80, 50);

    private FormulaNumbers() {}

    /** A number that a table stores, in whatever type; one that is none, or infinite, is null. */
    static Field<BigDecimal> stored(Field<?> column) {
        Field<BigDecimal> number = column.coerce(SQLDataType.NUMERIC);
        return bounded(when(abs(number).lt(inline(BOUND)), number.cast(TYPE)));
    }

    /** The value of a formula field as the field shows it. */
    static Field<BigDecimal> shown(Field<BigDecimal> value, @Nullable Integer scale) {
        int digits = scale == null ? SCALE : scale;
        return round(value, inline(digits)).cast(SQLDataType.NUMERIC(36, digits));
    }

    static Field<BigDecimal> computed(Operator operator, Field<BigDecimal> left, Field<BigDecimal> right) {
        return switch (operator) {
            case ADD -> bounded(left.plus(right));
            case SUBTRACT -> bounded(left.minus(right));
            case MULTIPLY -> bounded(left.times(right));
            case DIVIDE -> bounded(left.cast(DIVIDEND).div(notZero(right)));
            case JOIN, EQUAL, UNEQUAL, BELOW, AT_MOST, ABOVE, AT_LEAST, BOTH, EITHER -> throw new IllegalArgumentException("No arithmetic: " + operator);
        };
    }

    static Field<BigDecimal> rest(Field<BigDecimal> value, Field<BigDecimal> by) {
        return bounded(value.mod(notZero(by)));
    }

    /** Rounded to that many digits behind the point, of which there are between none and ten. */
    static Field<BigDecimal> rounded(Field<BigDecimal> value, Field<BigDecimal> digits) {
        return bounded(when(digits.isNotNull(), round(value, clamped(digits, SCALE))));
    }

    /** A count from zero to the most; what lies beyond counts as the nearer end. Digits behind the point are cut off. */
    static Field<Integer> clamped(Field<BigDecimal> count, int most) {
        return trunc(least(greatest(count, inline(BigDecimal.ZERO)), inline(BigDecimal.valueOf(most))), inline(0)).cast(SQLDataType.INTEGER);
    }

    /**
     * The result of a step: rounded, and null where it is too large. A number beyond the bound becomes the bound, and the bound becomes null; so
     * does null itself, which LEAST leaves out of account.
     */
    static Field<BigDecimal> bounded(Field<BigDecimal> value) {
        Field<BigDecimal> high = inline(BOUND);
        Field<BigDecimal> low = inline(BOUND.negate());
        return nullif(nullif(greatest(least(round(value, inline(SCALE)), high), low), high), low).cast(TYPE);
    }

    private static Field<BigDecimal> notZero(Field<BigDecimal> value) {
        return nullif(value, inline(BigDecimal.ZERO));
    }
}
