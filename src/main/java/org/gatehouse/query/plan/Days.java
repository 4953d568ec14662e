package org.gatehouse.query.plan;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.gatehouse.query.syntax.Literal;
import org.gatehouse.query.syntax.Period;

/**
 * Some days in a row, which a word such as LAST_WEEK stands for at a moment.
 *
 * @param from the first day
 * @param to the day after the last
 */
record Days(LocalDate from, LocalDate to) {
    /** The days that a literal stands for. */
    static Days of(Literal.Days literal, LocalDate today) {
        Period period = literal.period();
        int n = literal.count();
        return switch (period) {
            case YESTERDAY -> day(today.minusDays(1));
            case TODAY -> day(today);
            case TOMORROW -> day(today.plusDays(1));
            case LAST_WEEK -> week(today, -1, 1);
            case THIS_WEEK -> week(today, 0, 1);
            case NEXT_WEEK -> week(today, 1, 1);
            case LAST_MONTH -> months(month(today), -1, 1);
            case THIS_MONTH -> months(month(today), 0, 1);
            case NEXT_MONTH -> months(month(today), 1, 1);
            case LAST_QUARTER, LAST_FISCAL_QUARTER -> months(quarter(today), -3, 3);
            case THIS_QUARTER, THIS_FISCAL_QUARTER -> months(quarter(today), 0, 3);
            case NEXT_QUARTER, NEXT_FISCAL_QUARTER -> months(quarter(today), 3, 3);
            case LAST_YEAR, LAST_FISCAL_YEAR -> months(year(today), -12, 12);
            case THIS_YEAR, THIS_FISCAL_YEAR -> months(year(today), 0, 12);
            case NEXT_YEAR, NEXT_FISCAL_YEAR -> months(year(today), 12, 12);
            // The last n days end today, the next begin tomorrow.
            case LAST_90_DAYS -> new Days(today.minusDays(90), today.plusDays(1));
            case NEXT_90_DAYS -> new Days(today.plusDays(1), today.plusDays(91));
            case LAST_N_DAYS -> new Days(today.minusDays(n), today.plusDays(1));
            case NEXT_N_DAYS -> new Days(today.plusDays(1), today.plusDays(n + 1L));
            case N_DAYS_AGO -> day(today.minusDays(n));
            // The last n weeks, months and so on end before the present one.
            case LAST_N_WEEKS -> week(today, -n, n);
            case NEXT_N_WEEKS -> week(today, 1, n);
            case N_WEEKS_AGO -> week(today, -n, 1);
            case LAST_N_MONTHS -> months(month(today), -n, n);
            case NEXT_N_MONTHS -> months(month(today), 1, n);
            case N_MONTHS_AGO -> months(month(today), -n, 1);
            case LAST_N_QUARTERS, LAST_N_FISCAL_QUARTERS -> months(quarter(today), -3L * n, 3L * n);
            case NEXT_N_QUARTERS, NEXT_N_FISCAL_QUARTERS -> months(quarter(today), 3, 3L * n);
            case N_QUARTERS_AGO, N_FISCAL_QUARTERS_AGO -> months(quarter(today), -3L * n, 3);
            case LAST_N_YEARS, LAST_N_FISCAL_YEARS -> months(year(today), -12L * n, 12L * n);
            case NEXT_N_YEARS, NEXT_N_FISCAL_YEARS -> months(year(today), 12, 12L * n);
            case N_YEARS_AGO, N_FISCAL_YEARS_AGO -> months(year(today), -12L * n, 12);
        };
    }

    /** The first moment of the days there. */
    Instant begin(Moment moment) {
        return from.atStartOfDay(moment.zone()).toInstant();
    }

    /** The first moment after them. */
    Instant end(Moment moment) {
        return to.atStartOfDay(moment.zone()).toInstant();
    }

    private static Days day(LocalDate day) {
        return new Days(day, day.plusDays(1));
    }

    private static Days week(LocalDate today, long offset, long count) {
        LocalDate from = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY)).plusWeeks(offset);
        return new Days(from, from.plusWeeks(count));
    }

    private static Days months(LocalDate from, long offset, long count) {
        LocalDate first = from.plusMonths(offset);
        return new Days(first, first.plusMonths(count));
    }

    private static LocalDate month(LocalDate today) {
        return today.withDayOfMonth(1);
    }

    private static LocalDate quarter(LocalDate today) {
        return month(today).withMonth((today.getMonthValue() - 1) / 3 * 3 + 1);
    }

    private static LocalDate year(LocalDate today) {
        return today.withDayOfYear(1);
    }
}
