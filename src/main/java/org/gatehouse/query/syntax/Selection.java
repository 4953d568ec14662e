package org.gatehouse.query.syntax;

import java.util.List;

/** What a query asks for. */
public sealed interface Selection {
    /** The number of matching records. */
    record Count() implements Selection {}

    /** Fields of each matching record. */
    record Fields(List<Path> paths) implements Selection {
        public Fields {
            paths = List.copyOf(paths);
        }
    }
}
