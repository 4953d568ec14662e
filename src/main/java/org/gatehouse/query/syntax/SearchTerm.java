package org.gatehouse.query.syntax;

import java.util.List;

/** What a search looks for. */
public sealed interface SearchTerm {
    /** A word or a phrase that stands somewhere in a field, as the pattern of a LIKE. */
    record Word(Literal.Text text) implements SearchTerm {}

    record And(List<SearchTerm> terms) implements SearchTerm {
        public And {
            terms = List.copyOf(terms);
        }
    }

    record Or(List<SearchTerm> terms) implements SearchTerm {
        public Or {
            terms = List.copyOf(terms);
        }
    }

    record Not(SearchTerm term) implements SearchTerm {}
}
