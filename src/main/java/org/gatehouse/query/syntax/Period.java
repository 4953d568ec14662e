package org.gatehouse.query.syntax;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The words for days that a query may use instead of a date. Weeks begin on Sunday, fiscal years in January. */
public enum Period {
    YESTERDAY,
    TODAY,
    TOMORROW,
    LAST_WEEK,
    THIS_WEEK,
    NEXT_WEEK,
    LAST_MONTH,
    THIS_MONTH,
    NEXT_MONTH,
    LAST_QUARTER,
    THIS_QUARTER,
    NEXT_QUARTER,
    LAST_YEAR,
    THIS_YEAR,
    NEXT_YEAR,
    LAST_FISCAL_QUARTER,
    THIS_FISCAL_QUARTER,
    NEXT_FISCAL_QUARTER,
    LAST_FISCAL_YEAR,
    THIS_FISCAL_YEAR,
    NEXT_FISCAL_YEAR,
    LAST_90_DAYS,
    NEXT_90_DAYS,
    LAST_N_DAYS,
    NEXT_N_DAYS,
    N_DAYS_AGO,
    LAST_N_WEEKS,
    NEXT_N_WEEKS,
    N_WEEKS_AGO,
    LAST_N_MONTHS,
    NEXT_N_MONTHS,
    N_MONTHS_AGO,
    LAST_N_QUARTERS,
    NEXT_N_QUARTERS,
    N_QUARTERS_AGO,
    LAST_N_FISCAL_QUARTERS,
    NEXT_N_FISCAL_QUARTERS,
    N_FISCAL_QUARTERS_AGO,
    LAST_N_FISCAL_YEARS,
    NEXT_N_FISCAL_YEARS,
    N_FISCAL_YEARS_AGO,
    LAST_N_YEARS,
    NEXT_N_YEARS,
    N_YEARS_AGO;

    /** Whether a number follows, after a colon. */
    public boolean counts() {
        return name().startsWith("N_") || name().contains("_N_");
    }

    static Optional<Period> named(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(period -> period.name().equals(upper)).findFirst();
    }
}
