package org.gatehouse.catalog.limit;

import java.util.List;

/** What an operator sees and does over JMX to the limits, under {@code org.gatehouse:type=Limits}. Budgets are those of this node. */
public interface LimitsMXBean {
    /** The limits that hold, by name. */
    List<Holding> getLimits();

    /** The hundred budgets of which the largest part is used. */
    List<Used> getBudgets();

    /** Makes all budgets of a limit whole again on this node; how many there were. */
    int resetLimit(String limit);

    /**
     * Makes one budget whole again on this node.
     *
     * @param ofWhom as {@link Used#ofWhom} has it
     */
    void resetBudget(String limit, String ofWhom);

    /**
     * A limit that holds.
     *
     * @param size the most in one window
     */
    record Holding(String name, String measure, long size, String window) {}

    /**
     * How a budget stands.
     *
     * @param ofWhom whose it is, for example {@code CLIENT=claude PERSON=ada}; empty for all that the limit covers
     */
    record Used(String limit, String ofWhom, String measure, long size, long used, long remaining, String resetsAt) {}
}
