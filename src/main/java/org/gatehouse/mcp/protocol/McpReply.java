package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import org.gatehouse.catalog.McpServer;
import org.gatehouse.catalog.ToolDefinition;
import org.gatehouse.catalog.ToolResult;
import org.jspecify.annotations.Nullable;

/** What a message gets for an answer, before an era writes it. */
sealed interface McpReply {
    /** An answer with a JSON-RPC result. */
    sealed interface Result extends McpReply {}

    /** A result that a client may keep for a while, for this token only. */
    sealed interface Cacheable extends Result {}

    /** What the server is and speaks. */
    record Discovered(McpServer server) implements Cacheable {}

    /** A session has begun. */
    record Initialized(McpServer server, ProtocolVersion version, String sessionId) implements Result {}

    /** Still here. */
    record Pong() implements Result {}

    /** The tools that the caller may call. */
    record Tools(List<ToolDefinition> tools) implements Cacheable {}

    /** A tool's answer. */
    record Answered(ToolResult result) implements Result {}

    /** A tool's refusal, for the model to read and mend (MCP, tools, error handling: a result with isError). */
    record Failed(ArrayNode errors) implements Result {}

    /** Taken, nothing to say. */
    record Accepted() implements McpReply {}

    /** The session is over. */
    record Ended() implements McpReply {}

    /**
     * A JSON-RPC error.
     *
     * @param status the HTTP status
     * @param challenge the {@code WWW-Authenticate} header, where a better token would help
     */
    record Refused(int status, JsonRpcError error, @Nullable String challenge) implements McpReply {
        static Refused of(int status, int code, String message) {
            return new Refused(status, JsonRpcError.of(code, message), null);
        }
    }
}
