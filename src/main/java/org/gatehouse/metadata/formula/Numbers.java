package org.gatehouse.metadata.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The arithmetic of formulas: bounded, so that the product of any two numbers still fits both databases' numbers, and without a way to fail. */
final class Numbers {
    /** Most digits before the point. */
    static final int DIGITS = 24;

    /** Digits behind the point. */
    static final int SCALE = 10;

    private static final BigDecimal BOUND = BigDecimal.TEN.pow(DIGITS);

    private Numbers() {}

    static boolean bounded(BigDecimal value) {
        return value.abs().compareTo(BOUND) < 0;
    }

    static BigDecimal rounded(BigDecimal value) {
        return value.setScale(SCALE, RoundingMode.HALF_UP);
    }

    /** The result of a step: rounded, and null where it is too large. */
    static @Nullable BigDecimal result(BigDecimal value) {
        BigDecimal rounded = rounded(value);
        return bounded(rounded) ? rounded : null;
    }

    static @Nullable BigDecimal divided(BigDecimal value, BigDecimal by) {
        return by.signum() == 0 ? null : result(value.divide(by, SCALE, RoundingMode.HALF_UP));
    }

    /** The rest of the division, with the sign of the first: null where the second is zero. */
    static @Nullable BigDecimal rest(BigDecimal value, BigDecimal by) {
        return by.signum() == 0 ? null : result(value.remainder(by));
    }

    /** Rounded to that many digits behind the point, of which there are between none and ten. */
    static @Nullable BigDecimal rounded(BigDecimal value, BigDecimal digits) {
        return result(value.setScale(clamped(digits, SCALE), RoundingMode.HALF_UP));
    }

    /** A count from zero to the most; what lies beyond counts as the nearer end. Digits behind the point are cut off. */
    static int clamped(BigDecimal count, int most) {
        return count.max(BigDecimal.ZERO).min(BigDecimal.valueOf(most)).intValue();
    }
}
