package org.gatehouse.catalog.limit;

import java.util.List;
import org.gatehouse.audit.OperatorActs;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/** The JMX view of the limits. */
final class LimitsMonitor implements LimitsMXBean {
    private static final int TOP = 100;

    private final Limits limits;
    private final Budgets budgets;
    private final OperatorActs operator;

    LimitsMonitor(Limits limits, Budgets budgets, OperatorActs operator) {
        this.limits = limits;
        this.budgets = budgets;
        this.operator = operator;
    }

    @Override
    public List<Holding> getLimits() {
        return limits.now().stream().map(limit -> new Holding(limit.name(), limit.measure().name(), limit.size(), limit.window().name())).toList();
    }

    @Override
    public List<Used> getBudgets() {
        return budgets.inUse("", TOP).stream()
                .map(use -> new Used(use.limit(), use.ofWhom(), use.measure().name(), use.size(), use.used(), use.remaining(), use.resetsAt()))
                .toList();
    }

    @Override
    public int resetLimit(String limit) {
        return operator.call("limit.reset", limit, () -> {
            requireHolding(limit);
            return budgets.reset(limit);
        });
    }

    @Override
    public void resetBudget(String limit, String ofWhom) {
        operator.run("limit.reset", limit + " " + ofWhom, () -> {
            requireHolding(limit);
            if (!budgets.reset(limit, ofWhom)) {
                throw new ProblemException(new Problem.NotFound(Problem.Thing.RULE, ofWhom, "Nothing was used of such a budget of the limit on this node."));
            }
        });
    }

    private void requireHolding(String limit) {
        if (limits.now().stream().noneMatch(it -> it.name().equals(limit))) {
            throw new ProblemException(new Problem.NotFound(Problem.Thing.RULE, limit, "There is no limit of this name that holds."));
        }
    }
}
