package org.gatehouse.oracle;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A field, perhaps of a parent, as a query names it. */
record ModelPath(List<String> relationships, String field) {
    ModelPath {
        relationships = List.copyOf(relationships);
    }

    static ModelPath of(String field) {
        return new ModelPath(List.of(), field);
    }

    String text() {
        return Stream.concat(relationships.stream(), Stream.of(field)).collect(Collectors.joining("."));
    }
}
