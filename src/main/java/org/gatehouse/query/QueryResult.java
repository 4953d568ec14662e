package org.gatehouse.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a query answers.
 *
 * @param totalSize how many records the answer has; for COUNT() how many there are
 * @param done whether that is all of them
 * @param answered how many of the query's records were answered with this page and those before it
 * @param cursor where the next page begins; empty if there is none, or none may be asked for
 * @param objects the API names of the objects whose records were read
 */
public record QueryResult(long totalSize, boolean done, List<ObjectNode> records, long answered, Optional<String> cursor, Set<String> objects) {
    public QueryResult {
        records = List.copyOf(records);
        objects = Set.copyOf(objects);
    }

    /** A result without further pages. */
    public QueryResult(long totalSize, boolean done, List<ObjectNode> records, Set<String> objects) {
        this(totalSize, done, records, records.size(), Optional.empty(), objects);
    }

    QueryResult withCursor(String next) {
        return new QueryResult(totalSize, done, records, answered, Optional.of(next), objects);
    }
}
