package org.gatehouse.catalog.limit;

/**
 * What an answer carries.
 *
 * @param rows records in it
 * @param bytes its length; zero where nobody counts it
 */
public record Answer(long rows, long bytes) {
    long amount(ActiveLimit limit) {
        return switch (limit.measure()) {
            case CALLS -> 0;
            case ROWS -> rows;
            case BYTES -> bytes;
        };
    }
}
