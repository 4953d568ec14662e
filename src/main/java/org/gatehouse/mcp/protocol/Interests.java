package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gatehouse.catalog.McpServer;
import org.gatehouse.platform.json.Json;

/**
 * What a listening client wants to hear of (MCP 2026-07-28, basic/utilities/subscriptions).
 *
 * @param tools that the list of tools has changed
 * @param prompts that the list of prompts has changed
 * @param resources that the list of resources has changed
 * @param uris resources whose content matters
 */
record Interests(boolean tools, boolean prompts, boolean resources, Set<String> uris) {
    /** Resources that one listener may follow. */
    static final int MOST_URIS = 50;

    /** All lists, as a session's stream has them. */
    static final Interests LISTS = new Interests(true, true, true, Set.of());

    Interests {
        uris = Set.copyOf(uris);
    }

    /** What the params of a listen request say; empty if they are no such params. */
    static Optional<Interests> of(ObjectNode params) {
        JsonNode filter = params.path("notifications");
        JsonNode wanted = filter.path("resourceSubscriptions");
        if (!filter.isObject() || !(wanted.isMissingNode() || wanted.isArray()) || wanted.size() > MOST_URIS) {
            return Optional.empty();
        }
        Set<String> uris = new TreeSet<>();
        for (JsonNode uri : wanted) {
            if (!uri.isTextual()) {
                return Optional.empty();
            }
            uris.add(uri.textValue());
        }
        return Optional.of(new Interests(
                filter.path("toolsListChanged").asBoolean(), filter.path("promptsListChanged").asBoolean(), filter.path("resourcesListChanged").asBoolean(),
                uris));
    }

    /** What of it a server can honour. Whether there is a resource under a URI is not told. */
    Interests at(McpServer server) {
        return new Interests(
                tools, prompts && server.offersPrompts(), resources && server.offersResources(), server.offersResources() ? uris : Set.of());
    }

    /** As a client gets it acknowledged: what was asked for and is honoured. */
    ObjectNode json() {
        ObjectNode json = Json.object();
        if (tools) {
            json.put("toolsListChanged", true);
        }
        if (prompts) {
            json.put("promptsListChanged", true);
        }
        if (resources) {
            json.put("resourcesListChanged", true);
        }
        if (!uris.isEmpty()) {
            ArrayNode followed = json.putArray("resourceSubscriptions");
            new TreeSet<>(uris).forEach(followed::add);
        }
        return json;
    }
}
