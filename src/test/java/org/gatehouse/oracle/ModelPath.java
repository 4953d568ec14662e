package org.gatehouse.oracle;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A field, perhaps of a parent, as a query names it, and what the query computes from it. */
record ModelPath(List<String> relationships, String field, @Nullable ModelFunction function) implements ModelOperand {
    ModelPath {
        relationships = List.copyOf(relationships);
    }

    static ModelPath of(String field) {
        return new ModelPath(List.of(), field, null);
    }

    ModelPath with(@Nullable ModelFunction other) {
        return new ModelPath(relationships, field, other);
    }

    /** The same from the first parent on. */
    ModelPath rest() {
        return new ModelPath(relationships.subList(1, relationships.size()), field, function);
    }

    boolean isSame(ModelPath other) {
        return text().toLowerCase(Locale.ROOT).equals(other.text().toLowerCase(Locale.ROOT));
    }

    @Override
    public String text() {
        String path = Stream.concat(relationships.stream(), Stream.of(field)).collect(Collectors.joining("."));
        return function == null ? path : function.text() + "(" + path + ")";
    }
}
