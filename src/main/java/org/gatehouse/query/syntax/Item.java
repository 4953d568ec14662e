package org.gatehouse.query.syntax;

import java.util.List;
import java.util.Optional;

/** One thing that SELECT asks for. */
public sealed interface Item {
    /** A field or a function, which an alias may name. */
    record Value(Operand operand, Optional<Name> alias) implements Item {}

    /** Many fields at once: ALL, STANDARD or CUSTOM. */
    record Fields(Name which) implements Item {}

    /** The children of each record; the query's object is the name of the relationship to them. */
    record Children(Query query) implements Item {}

    /**
     * Fields of the record that a reference points to, whichever object it is of.
     *
     * @param otherwise what is selected of objects that no branch names
     */
    record TypeOf(Name relationship, List<Branch> branches, List<Path> otherwise) implements Item {
        public TypeOf {
            branches = List.copyOf(branches);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** What is selected of one object. */
    record Branch(Name object, List<Path> paths) {
        public Branch {
            paths = List.copyOf(paths);
        }
    }
}
