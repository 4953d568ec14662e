package org.gatehouse.setup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A setup, or some parts of one, as it is kept in files.
 *
 * @param format the format of the document, at present {@value #FORMAT}
 * @param parts by the name of the part, for example {@code limits}: its things by their names
 */
public record SetupDocument(int format, SortedMap<String, SortedMap<String, JsonNode>> parts) {
    /** The only format there is. */
    public static final int FORMAT = 1;

    public SetupDocument {
        SortedMap<String, SortedMap<String, JsonNode>> sorted = new TreeMap<>();
        parts.forEach((part, things) -> {
            SortedMap<String, JsonNode> written = new TreeMap<>();
            things.forEach((thing, value) -> written.put(thing, SetupJson.written(value)));
            sorted.put(part, Collections.unmodifiableSortedMap(written));
        });
        parts = Collections.unmodifiableSortedMap(sorted);
    }

    /** A document of parts. */
    public static SetupDocument of(Map<String, ? extends Map<String, JsonNode>> parts) {
        SortedMap<String, SortedMap<String, JsonNode>> sorted = new TreeMap<>();
        parts.forEach((part, things) -> sorted.put(part, new TreeMap<>(things)));
        return new SetupDocument(FORMAT, sorted);
    }
}
