package org.gatehouse.oracle;

import org.jspecify.annotations.Nullable;

/**
 * One value for a group of records, or GROUPING, which tells subtotals.
 *
 * @param path what it is computed from; nothing for {@code COUNT()}
 */
record ModelAggregate(String function, @Nullable ModelPath path) implements ModelOperand {
    static final String GROUPING = "GROUPING";

    @Override
    public String text() {
        return function + "(" + (path == null ? "" : path.text()) + ")";
    }
}
