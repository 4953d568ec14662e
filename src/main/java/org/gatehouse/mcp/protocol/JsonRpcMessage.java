package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** One JSON-RPC 2.0 message as MCP allows it: params are an object, an id is a string or an integer. */
sealed interface JsonRpcMessage {
    /** Asks for an answer. */
    record Request(JsonNode id, String method, ObjectNode params) implements JsonRpcMessage {}

    /** Asks for none. */
    record Notification(String method, ObjectNode params) implements JsonRpcMessage {}

    /**
     * Answers a request of ours.
     *
     * @param result what was asked for; nothing if the client answers with an error
     */
    record Response(@Nullable JsonNode id, @Nullable JsonNode result) implements JsonRpcMessage {}

    /**
     * Is no such message.
     *
     * @param id the id to answer to, where it can be made out
     */
    record Malformed(@Nullable JsonNode id, JsonRpcError error) implements JsonRpcMessage {}
}
