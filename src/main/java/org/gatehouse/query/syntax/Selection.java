package org.gatehouse.query.syntax;

import java.util.List;

/** What a query asks for. */
public sealed interface Selection {
    /** The number of matching records. */
    record Count() implements Selection {}

    /** Something of each matching record, or of each group of them. */
    record Items(List<Item> items) implements Selection {
        public Items {
            items = List.copyOf(items);
        }
    }
}
