package org.gatehouse.oracle;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A query of the model.
 *
 * @param object the object, or in a query for children the relationship to them
 * @param selected what it selects; nothing means {@code COUNT()}
 */
record ModelQuery(
        String object, Selected selected, Optional<ModelTest> where, List<Order> orders, @Nullable Integer limit, @Nullable Integer offset) {
    ModelQuery {
        orders = List.copyOf(orders);
    }

    boolean counts() {
        return selected.parts().isEmpty();
    }

    /** The query as Gatehouse reads it. */
    String text() {
        StringBuilder text = new StringBuilder("SELECT ");
        text.append(counts() ? "COUNT()" : String.join(", ", selected.parts()));
        text.append(" FROM ").append(object);
        where.ifPresent(test -> text.append(" WHERE ").append(SoqlText.of(test)));
        if (selected.groups() != null) {
            text.append(selected.groups().text());
        }
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

    /**
     * What a query selects.
     *
     * @param many the word in FIELDS(), nothing without
     * @param groups what it selects of groups; then there is nothing else
     */
    record Selected(
            List<ModelPath> paths, @Nullable String many, Optional<ModelTypeOf> typeOf, List<ModelQuery> children, @Nullable ModelGroups groups) {
        static final Selected COUNT = new Selected(List.of(), null, Optional.empty(), List.of(), null);

        Selected {
            paths = List.copyOf(paths);
            children = List.copyOf(children);
        }

        static Selected of(ModelGroups groups) {
            return new Selected(List.of(), null, Optional.empty(), List.of(), groups);
        }

        List<String> parts() {
            if (groups != null) {
                return groups.selected();
            }
            return Stream.of(
                            paths.stream().map(ModelPath::text), Optional.ofNullable(many).map(word -> "FIELDS(" + word + ")").stream(),
                            typeOf.map(ModelTypeOf::text).stream(), children.stream().map(child -> "(" + child.text() + ")"))
                    .flatMap(part -> part)
                    .toList();
        }
    }

    /** What the answer is ordered by; where nothing is said, nulls come first in both directions. */
    record Order(ModelOperand operand, boolean descending, Nulls nulls) {
        String text() {
            return operand.text() + (descending ? " DESC" : "") + nulls.text;
        }

        /** Which of two values comes first. */
        int compare(Values.@Nullable Value left, Values.@Nullable Value right) {
            if (left == null || right == null) {
                int nullsFirst = Boolean.compare(left != null, right != null);
                return nulls == Nulls.LAST ? -nullsFirst : nullsFirst;
            }
            return descending ? right.compareTo(left) : left.compareTo(right);
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
