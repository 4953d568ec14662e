package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a stateless request says of itself in {@code params._meta} (MCP 2026-07-28, RequestMetaObject). */
sealed interface Envelope {
    String VERSION = "io.modelcontextprotocol/protocolVersion";
    String CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";
    String CLIENT = "io.modelcontextprotocol/clientInfo";

    /** There is none: the key that every stateless request carries is missing. */
    record Absent() implements Envelope {}

    /** There is one that breaks the schema at a key. */
    record Flawed(String key, String flaw) implements Envelope {}

    /** There is one, and it names a version, known or not. */
    record Valid(String version) implements Envelope {}

    static Envelope of(ObjectNode params) {
        JsonNode meta = params.path("_meta");
        if (!meta.has(VERSION)) {
            return new Absent();
        }
        String version = meta.path(VERSION).textValue();
        if (version == null) {
            return new Flawed(VERSION, "must be a string");
        }
        if (!meta.path(CAPABILITIES).isObject()) {
            return new Flawed(CAPABILITIES, "is required and must be an object");
        }
        // The client's name is optional, and a server must not require it.
        if (meta.has(CLIENT) && !meta.path(CLIENT).isObject()) {
            return new Flawed(CLIENT, "must be an object");
        }
        return new Valid(version);
    }
}
