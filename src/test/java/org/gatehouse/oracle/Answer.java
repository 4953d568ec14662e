package org.gatehouse.oracle;

import java.util.List;
import java.util.Set;

/** What a query gets, written so that two answers are equal exactly if a caller could not tell them apart. */
sealed interface Answer {
    /** Records in order, each as text with its fields by name. */
    record Rows(List<String> rows) implements Answer {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    record Count(long count) implements Answer {}

    /** A refusal. A query may have several faults, and the answer may name any of them. */
    record Refused(Set<String> codes) implements Answer {
        public Refused {
            codes = Set.copyOf(codes);
        }
    }

    /** Whether what came is what was expected. */
    default boolean accepts(Answer came) {
        if (this instanceof Refused(var expected) && came instanceof Refused(var codes)) {
            return expected.containsAll(codes);
        }
        return equals(came);
    }
}
