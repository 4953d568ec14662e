package org.gatehouse.extension;

import java.util.List;

/**
 * What a query found among the records that the caller may see.
 *
 * @param totalSize how many records the answer has; for COUNT() how many there are
 * @param done whether these are all that match
 */
public record QueryAnswer<T>(List<T> records, long totalSize, boolean done) {
    public QueryAnswer {
        records = List.copyOf(records);
    }
}
