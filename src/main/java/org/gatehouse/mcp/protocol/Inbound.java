package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message, understood.
 *
 * @param era who writes the answer
 * @param id the JSON-RPC id to answer to
 * @param method the method's name as the client sent it
 * @param version the protocol version as the client named it
 * @param conversation what the message continues
 * @param request what it asks for
 * @param client what it says of the client
 */
record Inbound(
        Era era,
        @Nullable JsonNode id,
        @Nullable String method,
        @Nullable String version,
        Conversation conversation,
        McpRequest request,
        ClientContext client) {
    /** A message that says nothing of its client. */
    Inbound(
            Era era, @Nullable JsonNode id, @Nullable String method, @Nullable String version, Conversation conversation, McpRequest request) {
        this(era, id, method, version, conversation, request, ClientContext.NONE);
    }

    /** The same message, asking for a new stream. */
    Inbound listening() {
        return new Inbound(era, id, method, version, conversation, new McpRequest.Listen(Interests.LISTS), client);
    }

    /** The same message, made again with more answers. */
    Inbound answering(Map<String, JsonNode> answers) {
        return new Inbound(era, id, method, version, conversation, request, client.answering(answers));
    }
}
