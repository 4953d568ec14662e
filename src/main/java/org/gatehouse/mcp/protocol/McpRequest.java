package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

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

    /**
     * {@code tools/call}.
     *
     * @param opensUrls whether the client can show the person a page that the call waits for, and was not asked to do so for this call yet
     */
    record CallTool(String tool, ObjectNode arguments, boolean opensUrls) implements McpRequest {}

    /** {@code prompts/list}. */
    record ListPrompts() implements McpRequest {}

    /** {@code prompts/get}. */
    record GetPrompt(String name, Map<String, String> arguments) implements McpRequest {}

    /** {@code resources/list}. */
    record ListResources() implements McpRequest {}

    /** {@code resources/templates/list}. */
    record ListResourceTemplates() implements McpRequest {}

    /** {@code resources/read}. */
    record ReadResource(String uri) implements McpRequest {}

    /** {@code completion/complete} of a prompt's argument. */
    record CompletePrompt(String name, String argument, String begun) implements McpRequest {}

    /** {@code completion/complete} of a variable of a resource template. */
    record CompleteResource(String uriTemplate, String variable, String begun) implements McpRequest {}

    /** A notification, or an answer to a question we never ask: taken note of, without effect. */
    record Notify() implements McpRequest {}

    /** The end of the session that the message came in. */
    record EndSession() implements McpRequest {}

    /** Something that the protocol does not allow, with the answer it gets. */
    record Invalid(McpReply.Refused answer) implements McpRequest {}
}
