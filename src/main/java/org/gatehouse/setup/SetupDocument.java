package org.gatehouse.setup;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.platform.problem.Violations;

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

    /** Reads a document that somebody keeps in a file; what is wrong with it is said. */
    public static SetupDocument parse(byte[] text) {
        try {
            JsonNode read = Json.read(text);
            if (read.path("format").asInt(0) != FORMAT) {
                throw Violations.one("/format", "the format is " + FORMAT);
            }
            if (!read.path("parts").isObject()) {
                throw Violations.one("/parts", "this is needed");
            }
            return Json.read(text, SetupDocument.class);
        } catch (IOException e) {
            throw new ProblemException(new Problem.InvalidInput("This is no setup. " + Json.complaint(e)));
        }
    }
}
