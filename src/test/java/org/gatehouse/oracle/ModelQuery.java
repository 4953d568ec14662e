package org.gatehouse.oracle;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A query of the model.
 *
 * @param paths what it selects; nothing means {@code COUNT()}
 */
record ModelQuery(
        String object, List<ModelPath> paths, Optional<ModelTest> where, List<Order> orders, @Nullable Integer limit, @Nullable Integer offset) {
    ModelQuery {
        paths = List.copyOf(paths);
        orders = List.copyOf(orders);
    }

    boolean counts() {
        return paths.isEmpty();
    }

    /** The query as Gatehouse reads it. */
    String text() {
        StringBuilder text = new StringBuilder("SELECT ");
        text.append(counts() ? "COUNT()" : paths.stream().map(ModelPath::text).collect(Collectors.joining(", ")));
        text.append(" FROM ").append(object);
        where.ifPresent(test -> text.append(" WHERE ").append(SoqlText.of(test)));
        if (!orders.isEmpty()) {
            text.append(" ORDER BY ").append(orders.stream().map(Order::text).collect(Collectors.joining(", ")));
        }
        if (limit != null) {
            text.append(" LIMIT ").append(limit);
        }
        if (offset != null) {
            text.append(" OFFSET ").append(offset);
        }
        return text.toString();
    }

    /** What the answer is ordered by; where nothing is said, nulls come first in both directions. */
    record Order(ModelPath path, boolean descending, Nulls nulls) {
        String text() {
            return path.text() + (descending ? " DESC" : "") + nulls.text;
        }
    }

    /** Where nulls stand. */
    enum Nulls {
        UNSAID(""),
        FIRST(" NULLS FIRST"),
        LAST(" NULLS LAST");

        private final String text;

        Nulls(String text) {
            this.text = text;
        }
    }
}
