package org.gatehouse.catalog.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gatehouse.platform.crypto.OpaqueToken;

/** The part of a tool's name that an operation gives. It depends on nothing but the operation, so that another import gives the same. */
final class OperationName {
    /** With the service's name before it, MCP's longest name that every client takes has room for this. */
    static final int LONGEST = 43;

    private static final int DIGEST = 8;

    private OperationName() {}

    /** The operation's own id where it has one, else its method and path. */
    static String of(String key, ObjectNode operation) {
        String id = operation.path("operationId").asText("");
        String name = fit(id.isBlank() ? key.substring(0, key.indexOf(' ')).toLowerCase(java.util.Locale.ROOT) + key.substring(key.indexOf(' ')) : id);
        if (name.isEmpty()) {
            return digest(key);
        }
        return name.length() > LONGEST ? distinct(name, key) : name;
    }

    /** A name that no other operation has. */
    static String distinct(String name, String key) {
        return name.substring(0, Math.min(name.length(), LONGEST - DIGEST - 1)) + "_" + digest(key);
    }

    private static String digest(String key) {
        return OpaqueToken.sha256(key).substring(0, DIGEST);
    }

    private static String fit(String text) {
        return text.replaceAll("[^A-Za-z0-9_-]+", "_").replaceAll("^_+|_+$", "");
    }
}
