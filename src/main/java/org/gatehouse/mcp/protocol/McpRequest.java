package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.gatehouse.catalog.dialogue.ClientCapability;
import org.gatehouse.catalog.dialogue.LogLevel;
import org.jspecify.annotations.Nullable;

/** What a message asks for, whichever era it came from. */
sealed interface McpRequest {
    /** {@code server/discover}. */
    record Discover() implements McpRequest {}

    /** {@code initialize}, with the version that the client would like and what it can be asked for. */
    record Initialize(String requestedVersion, Set<ClientCapability> capabilities) implements McpRequest {}

    /** {@code ping}. */
    record Ping() implements McpRequest {}

    /** {@code tools/list}. */
    record ListTools() implements McpRequest {}

    /**
     * {@code tools/call}.
     *
     * @param mirrored the headers that mirror arguments; none at all in an era that has no such headers
     */
    record CallTool(String tool, ObjectNode arguments, @Nullable Map<String, String> mirrored) implements McpRequest {}

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

    /** {@code logging/setLevel}. */
    record SetLogLevel(LogLevel level) implements McpRequest {}

    /** {@code resources/subscribe}. */
    record Subscribe(String uri) implements McpRequest {}

    /** {@code resources/unsubscribe}. */
    record Unsubscribe(String uri) implements McpRequest {}

    /** {@code subscriptions/listen}, or the stream of a session. */
    record Listen(Interests interests) implements McpRequest {}

    /** The rest of a stream that broke off after an event. */
    record Resume(String lastEventId) implements McpRequest {}

    /**
     * The answer to a question of ours.
     *
     * @param result what was asked for; nothing if the client could not do it
     */
    record ClientAnswer(String id, @Nullable JsonNode result) implements McpRequest {}

    /** {@code notifications/cancelled}, of a request by its id. */
    record Cancel(JsonNode requestId) implements McpRequest {}

    /** {@code tasks/get}. */
    record GetTask(String taskId) implements McpRequest {}

    /** {@code tasks/update}; the answers are those of the message. */
    record UpdateTask(String taskId) implements McpRequest {}

    /** {@code tasks/cancel}. */
    record CancelTask(String taskId) implements McpRequest {}

    /** A notification of anything else: taken note of, without effect. */
    record Notify() implements McpRequest {}

    /** The end of the session that the message came in. */
    record EndSession() implements McpRequest {}

    /** Something that the protocol does not allow, with the answer it gets. */
    record Invalid(McpReply.Refused answer) implements McpRequest {}
}
