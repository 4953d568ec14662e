package org.gatehouse.catalog.limit;

import java.time.Duration;
import org.gatehouse.platform.problem.Problem;

/**
 * A call that would pass a limit.
 *
 * @param budget the budget of which nothing is left
 */
public record Spent(Problem.BudgetSpent problem, BudgetUse budget) {
    /** Whole seconds after which it is certainly over. */
    public static long seconds(Duration duration) {
        return duration.plusNanos(999_999_999).toSeconds();
    }
}
