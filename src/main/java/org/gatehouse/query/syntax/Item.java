package org.gatehouse.query.syntax;

import java.util.Optional;

/** One thing that SELECT asks for. */
public sealed interface Item {
    /** A field or a function, which an alias may name. */
    record Value(Operand operand, Optional<Name> alias) implements Item {}

    /** Many fields at once: ALL, STANDARD or CUSTOM. */
    record Fields(Name which) implements Item {}

    /** The children of each record; the query's object is the name of the relationship to them. */
    record Children(Query query) implements Item {}
}
