package org.gatehouse.catalog.limit;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a budget stands on this node.
 *
 * @param limit the name of the limit
 * @param of whose it is, as people read it; empty for all that the limit covers
 * @param used since the window began; more than the size where a write went beyond it
 * @param resetsAt when it is whole again, in ISO 8601
 */
public record BudgetUse(
        String limit, Map<Dimension, String> of, Measure measure, long size, Window window, long used, long remaining, String resetsAt) {
    /** Whose it is, in one line: {@code CLIENT=claude PERSON=ada}. */
    public String ofWhom() {
        return of.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).collect(Collectors.joining(" "));
    }

    /** The part that is used, in percent. */
    public long percent() {
        return used * 100 / size;
    }
}
