package org.gatehouse.oracle;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A condition that a query writes. True or false of a record, never unknown. */
sealed interface ModelTest {
    record And(List<ModelTest> terms) implements ModelTest {
        public And {
            terms = List.copyOf(terms);
        }
    }

    record Or(List<ModelTest> terms) implements ModelTest {
        public Or {
            terms = List.copyOf(terms);
        }
    }

    record Not(ModelTest term) implements ModelTest {}

    record Compare(ModelOperand operand, String operator, @Nullable Object value) implements ModelTest {
        boolean orders() {
            return List.of("<", "<=", ">", ">=").contains(operator);
        }
    }

    /** The values may hold null, so the list is not copied. */
    record In(ModelOperand operand, boolean negated, List<@Nullable Object> values) implements ModelTest {}

    record Like(ModelOperand operand, Pattern pattern) implements ModelTest {}

    /** The days of a word. */
    record Days(ModelPath path, String operator, ModelDays days) implements ModelTest {}

    /** A multi-select picklist that holds all values of one of the texts, in which semicolons part them. */
    record Includes(ModelPath path, boolean negated, List<String> texts) implements ModelTest {
        public Includes {
            texts = List.copyOf(texts);
        }
    }

    /** An id that another query finds. */
    record InQuery(ModelPath path, boolean negated, String object, ModelPath found, Optional<ModelTest> where) implements ModelTest {}

    /** Code points, {@link #ANY} for any run of them and {@link #ONE} for any one. */
    record Pattern(List<Integer> parts) {
        static final int ANY = -1;
        static final int ONE = -2;

        public Pattern {
            parts = List.copyOf(parts);
        }

        boolean matches(String text) {
            return matches(parts, text.codePoints().boxed().toList());
        }

        private static boolean matches(List<Integer> parts, List<Integer> text) {
            if (parts.isEmpty()) {
                return text.isEmpty();
            }
            List<Integer> rest = parts.subList(1, parts.size());
            int part = parts.getFirst();
            if (part == ANY) {
                return matches(rest, text) || (!text.isEmpty() && matches(parts, text.subList(1, text.size())));
            }
            return !text.isEmpty()
                    && (part == ONE || Folding.fold(part) == Folding.fold(text.getFirst()))
                    && matches(rest, text.subList(1, text.size()));
        }
    }
}
