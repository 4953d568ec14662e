package org.gatehouse.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * What a query answers.
 *
 * @param totalSize how many records the answer has; for COUNT() how many there are
 * @param done whether that is all of them
 * @param objects the API names of the objects whose records were read
 */
public record QueryResult(long totalSize, boolean done, List<ObjectNode> records, Set<String> objects) {
    public QueryResult {
        records = List.copyOf(records);
        objects = Set.copyOf(objects);
    }
}
