package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a message asks for, whichever era it came from. */
sealed interface McpRequest {
    /** {@code server/discover}. */
    record Discover() implements McpRequest {}

    /** {@code initialize}, with the version that the client would like. */
    record Initialize(String requestedVersion) implements McpRequest {}

    /** {@code ping}. */
    record Ping() implements McpRequest {}

    /** {@code tools/list}. */
    record ListTools() implements McpRequest {}

    /** {@code tools/call}. */
    record CallTool(String tool, ObjectNode arguments) implements McpRequest {}

    /** A notification, or an answer to a question we never ask: taken note of, without effect. */
    record Notify() implements McpRequest {}

    /** The end of the session that the message came in. */
    record EndSession() implements McpRequest {}

    /** Something that the protocol does not allow, with the answer it gets. */
    record Invalid(McpReply.Refused answer) implements McpRequest {}
}
