package org.gatehouse.catalog.limit;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A limit as it is counted.
 *
 * @param only as in {@link Limit}, with the person's record id: a name can change
 */
record ActiveLimit(String name, Measure measure, long size, Window window, Map<Dimension, String> only, Set<Dimension> each) {
    /** Whether a use counts against it. */
    boolean covers(Use use) {
        return only.entrySet().stream().allMatch(one -> use.value(one.getKey()).equals(one.getValue()))
                && (!use.tool().isEmpty() || (!each.contains(Dimension.TOOL) && !only.containsKey(Dimension.TOOL)));
    }

    /** Which of its budgets a use draws on. */
    List<String> budget(Use use) {
        return each.stream().map(use::value).toList();
    }

    /** "1000 rows a day". */
    String told() {
        return size + " " + measure.noun() + " " + window.phrase();
    }
}
