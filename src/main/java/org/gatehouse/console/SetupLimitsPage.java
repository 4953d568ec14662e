package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gatehouse.catalog.limit.BudgetUse;
import org.gatehouse.catalog.limit.Budgets;
import org.gatehouse.catalog.limit.Dimension;
import org.gatehouse.catalog.limit.Limit;
import org.gatehouse.catalog.limit.LimitService;
import org.gatehouse.permission.SystemPermission;

/** The limits, and the budgets in use. */
@Named
@RequestScoped
public class SetupLimitsPage {
    private static final int TOP = 50;

    @Inject
    SetupDoor setup;

    @EJB
    LimitService limits;

    @Inject
    Budgets budgets;

    private List<Limit> all = List.of();
    private List<BudgetUse> usage = List.of();

    /** Before the page is shown. */
    public void show() {
        setup.show(SystemPermission.CUSTOMIZE_APPLICATION, () -> {
            all = limits.all();
            usage = budgets.inUse("", TOP);
            return this;
        });
    }

    public List<Limit> getAll() {
        return all;
    }

    public List<BudgetUse> getUsage() {
        return usage;
    }

    /** "1000 rows a day". */
    public String most(Limit limit) {
        return limit.size() + " " + limit.measure().noun() + " " + limit.window().phrase();
    }

    /** What a limit covers, in words. */
    public String only(Limit limit) {
        return limit.only().isEmpty()
                ? "everything"
                : limit.only().entrySet().stream().map(one -> word(one.getKey()) + " " + one.getValue()).collect(Collectors.joining(", "));
    }

    /** What has a budget of its own, in words. */
    public String each(Limit limit) {
        return limit.each().isEmpty() ? "all together" : limit.each().stream().map(SetupLimitsPage::word).collect(Collectors.joining(" and "));
    }

    private static String word(Dimension dimension) {
        return dimension.name().toLowerCase(Locale.ROOT);
    }
}
