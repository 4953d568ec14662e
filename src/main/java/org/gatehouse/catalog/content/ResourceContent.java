package org.gatehouse.catalog.content;

import com.fasterxml.jackson.databind.JsonNode;
import org.gatehouse.platform.json.Json;

/** What stands under a URI (MCP, TextResourceContents and BlobResourceContents). */
public sealed interface ResourceContent {
    /** The media type of JSON (RFC 8259 section 11). */
    String JSON = "application/json";

    /** The URI that it was read from. */
    String uri();

    /** The media type, for example {@code text/plain}. */
    String mediaType();

    /** JSON, written out. */
    static ResourceContent json(String uri, JsonNode content) {
        return new Text(uri, JSON, Json.text(content));
    }

    /** Words. */
    record Text(String uri, String mediaType, String text) implements ResourceContent {}

    /**
     * Bytes.
     *
     * @param data the bytes in Base64 (RFC 4648 section 4)
     */
    record Blob(String uri, String mediaType, String data) implements ResourceContent {}
}
