package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.gatehouse.catalog.dialogue.ClientCapability;
import org.gatehouse.catalog.dialogue.LogLevel;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the client besides what it asks for.
 *
 * @param capabilities what it can be asked for
 * @param logLevel the least level of messages that it wants; none if there is no level
 * @param progressToken under which it wants to hear of progress; not at all if there is none
 * @param answers what it answers to questions of this very call
 * @param requestState what it was given with those questions
 * @param inBackground whether it comes back for the answer
 */
record ClientContext(
        Set<ClientCapability> capabilities, @Nullable LogLevel logLevel, @Nullable JsonNode progressToken, Map<String, JsonNode> answers,
        @Nullable String requestState, boolean inBackground) {
    /** Of a client of whom nothing is known. */
    static final ClientContext NONE = new ClientContext(Set.of(), null, null, Map.of(), null, false);

    /** The extension for calls that go on in the background. */
    static final String TASKS = "io.modelcontextprotocol/tasks";

    ClientContext {
        capabilities = Set.copyOf(capabilities);
        answers = Map.copyOf(answers);
    }

    /** What a message of either era may say: the progress token. */
    static ClientContext of(ObjectNode params) {
        JsonNode token = params.path("_meta").path("progressToken");
        return new ClientContext(Set.of(), null, token.isTextual() || token.isIntegralNumber() ? token : null, Map.of(), null, false);
    }

    /** The same client with what it said at the start of its session. */
    ClientContext in(McpSessions.Session session) {
        return new ClientContext(session.capabilities(), session.logLevel(), progressToken, answers, requestState, inBackground);
    }

    /** The same client with the answers that its state held; they stand before what it says anew. */
    ClientContext sealed(Map<String, JsonNode> earlier) {
        Map<String, JsonNode> all = new HashMap<>(answers);
        all.putAll(earlier);
        return new ClientContext(capabilities, logLevel, progressToken, all, null, inBackground);
    }

    /** The same client with more answers. */
    ClientContext answering(Map<String, JsonNode> more) {
        Map<String, JsonNode> all = new HashMap<>(more);
        // What was answered in an earlier round stands.
        all.putAll(answers);
        return new ClientContext(capabilities, logLevel, progressToken, all, null, inBackground);
    }

    /** MCP, ClientCapabilities: an elicitation without modes is that of forms. */
    static Set<ClientCapability> capabilities(JsonNode declared) {
        Set<ClientCapability> found = EnumSet.noneOf(ClientCapability.class);
        JsonNode elicitation = declared.path("elicitation");
        if (elicitation.isObject() && (elicitation.path("form").isObject() || !elicitation.path("url").isObject())) {
            found.add(ClientCapability.ELICITATION);
        }
        if (elicitation.path("url").isObject()) {
            found.add(ClientCapability.ELICITATION_URL);
        }
        if (declared.path("sampling").isObject()) {
            found.add(ClientCapability.SAMPLING);
        }
        if (declared.path("roots").isObject()) {
            found.add(ClientCapability.ROOTS);
        }
        if (declared.path("extensions").path(TASKS).isObject()) {
            found.add(ClientCapability.TASKS);
        }
        return found;
    }
}
