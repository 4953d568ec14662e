package org.gatehouse.query.syntax;

import java.util.List;
import java.util.Optional;

/**
 * A search as written: its shape is right, its names are not yet looked at.
 *
 * @param words what is looked for
 * @param scope where it is looked for
 * @param returning a query for each object, which finds all its records but for the words; none if the search names no object
 */
public record Search(SearchTerm words, Scope scope, List<Query> returning, Optional<Query.RowCount> limit) {
    public Search {
        returning = List.copyOf(returning);
    }

    /** The fields that a search looks into. */
    public enum Scope {
        ALL,
        NAME,
        EMAIL,
        PHONE,
        /** Names, e-mail addresses and telephone numbers. */
        SIDEBAR
    }
}
