package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
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
 */
record Inbound(
        Era era,
        @Nullable JsonNode id,
        @Nullable String method,
        @Nullable String version,
        Conversation conversation,
        McpRequest request) {}
