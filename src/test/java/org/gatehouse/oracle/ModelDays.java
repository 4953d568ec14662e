package org.gatehouse.oracle;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * A word for some days, and which days it means on the day of all questions, Monday the 2nd of March 2026.
 *
 * @param to the day after the last
 */
record ModelDays(String text, LocalDate from, LocalDate to) {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate SUNDAY = TODAY.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
    private static final LocalDate MONTH = LocalDate.of(2026, 3, 1);
    private static final LocalDate QUARTER = LocalDate.of(2026, 1, 1);
    private static final LocalDate YEAR = LocalDate.of(2026, 1, 1);

    static ModelDays some(Dice dice) {
        int n = dice.between(0, dice.chance(10) ? 200 : 20);
        return dice.pick(List.of(
                new ModelDays("TODAY", TODAY, TODAY.plusDays(1)),
                new ModelDays("yesterday", TODAY.minusDays(1), TODAY),
                new ModelDays("TOMORROW", TODAY.plusDays(1), TODAY.plusDays(2)),
                new ModelDays("LAST_WEEK", SUNDAY.minusWeeks(1), SUNDAY),
                new ModelDays("THIS_WEEK", SUNDAY, SUNDAY.plusWeeks(1)),
                new ModelDays("NEXT_MONTH", MONTH.plusMonths(1), MONTH.plusMonths(2)),
                new ModelDays("THIS_FISCAL_QUARTER", QUARTER, QUARTER.plusMonths(3)),
                new ModelDays("LAST_YEAR", YEAR.minusYears(1), YEAR),
                new ModelDays("LAST_90_DAYS", TODAY.minusDays(90), TODAY.plusDays(1)),
                new ModelDays("LAST_N_DAYS:" + n, TODAY.minusDays(n), TODAY.plusDays(1)),
                new ModelDays("NEXT_N_DAYS:" + n, TODAY.plusDays(1), TODAY.plusDays(n + 1)),
                new ModelDays("N_DAYS_AGO:" + n, TODAY.minusDays(n), TODAY.minusDays(n - 1)),
                new ModelDays("NEXT_N_WEEKS:" + n, SUNDAY.plusWeeks(1), SUNDAY.plusWeeks(n + 1)),
                new ModelDays("LAST_N_MONTHS:" + n, MONTH.minusMonths(n), MONTH),
                new ModelDays("N_FISCAL_QUARTERS_AGO:" + n, QUARTER.minusMonths(3L * n), QUARTER.minusMonths(3L * n - 3)),
                new ModelDays("LAST_N_FISCAL_YEARS:" + n, YEAR.minusYears(n), YEAR),
                new ModelDays("N_YEARS_AGO:" + n, YEAR.minusYears(n), YEAR.minusYears(n - 1))));
    }

    /** Equal is within, less is before, greater is after. */
    boolean hold(LocalDate day, String operator) {
        boolean before = day.isBefore(from);
        boolean after = !day.isBefore(to);
        return switch (operator) {
            case "=" -> !before && !after;
            case "!=", "<>" -> before || after;
            case "<" -> before;
            case "<=" -> !after;
            case ">" -> after;
            case ">=" -> !before;
            default -> throw new IllegalArgumentException(operator);
        };
    }
}
