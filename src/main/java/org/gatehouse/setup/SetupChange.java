package org.gatehouse.setup;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What differs of one thing.
 *
 * @param part the part it belongs to
 * @param name its name there
 * @param before how it is; of a change, only the members that differ
 * @param after how it is to be; of a change, only the members that differ
 */
public record SetupChange(String part, String name, Kind kind, @Nullable JsonNode before, @Nullable JsonNode after) {
    /** What becomes of it. */
    public enum Kind {
        CREATE,
        CHANGE,
        REMOVE
    }
}
