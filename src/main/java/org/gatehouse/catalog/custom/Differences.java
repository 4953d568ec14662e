package org.gatehouse.catalog.custom;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.gatehouse.platform.json.Json;

/** What differs between two documents, as a JSON patch (RFC 6902). */
public final class Differences {
    private Differences() {}

    /** The steps that make the second text of the first. */
    public static JsonNode between(String before, String after) {
        String patch = jakarta.json.Json.createDiff(structure(before), structure(after)).toJsonArray().toString();
        try {
            return Json.read(patch.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("A patch that is not JSON.", e);
        }
    }

    private static JsonStructure structure(String text) {
        try (JsonReader reader = jakarta.json.Json.createReader(new StringReader(text))) {
            return reader.read();
        }
    }
}
