package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gatehouse.catalog.dialogue.ClientCapability;
import org.gatehouse.catalog.dialogue.LogLevel;
import org.gatehouse.mcp.protocol.McpReply.Refused;
import org.jspecify.annotations.Nullable;

/** MCP 2025-11-25, 2025-06-18 and 2025-03-26: a handshake opens a session, and every later message names it. */
final class LegacyEra implements Era {
    static final LegacyEra INSTANCE = new LegacyEra();

    private static final int RESOURCE_NOT_FOUND = -32002;

    private static final int MOST_URI_CHARACTERS = 1000;

    private LegacyEra() {}

    Inbound read(JsonRpcMessage.Request request, McpHeaders headers) {
        if (request.method().equals("initialize")) {
            return new Inbound(
                    this, request.id(), request.method(), requestedVersion(request.params()), new Conversation.None(), initialize(request.params()));
        }
        McpRequest asked = switch (request.method()) {
            case "ping" -> new McpRequest.Ping();
            case "logging/setLevel" -> LogLevel.find(request.params().path("level").asText())
                    .<McpRequest>map(McpRequest.SetLogLevel::new)
                    .orElseGet(() -> ToolParams.invalid("The level must be one of debug, info, notice, warning, error, critical, alert and emergency."));
            case "resources/subscribe" -> uri(request.params(), McpRequest.Subscribe::new);
            case "resources/unsubscribe" -> uri(request.params(), McpRequest.Unsubscribe::new);
            default -> ServerMethods.read(request.method(), request.params()).orElseGet(() -> new McpRequest.Invalid(unknownMethod()));
        };
        return inSession(request, headers, asked);
    }

    /** 2025-11-25, transports: a notification or a response is answered 202 without a body. */
    Inbound read(JsonRpcMessage message, McpHeaders headers) {
        McpRequest asked = switch (message) {
            case JsonRpcMessage.Response(var id, var result) when id != null && id.isTextual() -> new McpRequest.ClientAnswer(id.textValue(), result);
            case JsonRpcMessage.Notification(var method, var params) when method.equals("notifications/cancelled") && params.has("requestId") ->
                new McpRequest.Cancel(params.path("requestId"));
            default -> new McpRequest.Notify();
        };
        return inSession(message, headers, asked);
    }

    /** 2025-11-25, transports, listening for messages: GET opens a stream, or takes one up after an event. */
    Inbound listen(McpHeaders headers) {
        String lastEventId = headers.lastEventId();
        McpRequest asked = lastEventId == null ? new McpRequest.Listen(Interests.LISTS) : new McpRequest.Resume(lastEventId);
        return inSession(null, "GET", headers, asked, ClientContext.NONE);
    }

    private static McpRequest uri(ObjectNode params, Function<String, McpRequest> request) {
        String uri = params.path("uri").textValue();
        return uri == null || uri.length() > MOST_URI_CHARACTERS
                ? ToolParams.invalid("The uri of the resource must be a string of at most " + MOST_URI_CHARACTERS + " characters.")
                : request.apply(uri);
    }

    /** 2025-11-25, transports, session management: a client that is done sends DELETE with the session's id. */
    Inbound end(McpHeaders headers) {
        return inSession(null, "DELETE", headers, new McpRequest.EndSession(), ClientContext.NONE);
    }

    private Inbound inSession(JsonRpcMessage message, McpHeaders headers, McpRequest asked) {
        return switch (message) {
            case JsonRpcMessage.Request(var id, var method, var params) -> inSession(id, method, headers, asked, ClientContext.of(params));
            case JsonRpcMessage.Notification(var method, var params) -> inSession(null, method, headers, asked, ClientContext.NONE);
            case JsonRpcMessage.Response response -> inSession(null, null, headers, asked, ClientContext.NONE);
            case JsonRpcMessage.Malformed malformed -> inSession(null, null, headers, asked, ClientContext.NONE);
        };
    }

    private Inbound inSession(@Nullable JsonNode id, @Nullable String method, McpHeaders headers, McpRequest asked, ClientContext client) {
        Refused refused = refusal(headers);
        Conversation conversation =
                headers.sessionId() == null ? new Conversation.None() : new Conversation.Session(headers.sessionId());
        return new Inbound(
                this, id, method, headers.protocolVersion(), conversation, refused == null ? asked : new McpRequest.Invalid(refused), client);
    }

    private static @Nullable Refused refusal(McpHeaders headers) {
        String version = headers.protocolVersion();
        // 2025-11-25, transports: an invalid or unsupported version header is 400; none at all leaves the session's.
        if (version != null && ProtocolVersion.find(version).isEmpty()) {
            return new Refused(
                    400, JsonRpcError.unsupportedVersion(JsonRpcError.INVALID_REQUEST, ProtocolVersion.names(false), version), null);
        }
        // 2025-11-25, transports, session management: a request without the required id is 400.
        return headers.sessionId() == null
                ? Refused.of(400, JsonRpcError.INVALID_REQUEST, "The Mcp-Session-Id header is missing; a session begins with initialize.")
                : null;
    }

    private static McpRequest initialize(ObjectNode params) {
        String version = requestedVersion(params);
        boolean complete = version != null
                && params.path("capabilities").isObject()
                && params.path("clientInfo").path("name").isTextual()
                && params.path("clientInfo").path("version").isTextual();
        return complete && version != null
                ? new McpRequest.Initialize(version, capabilities(params))
                : ToolParams.invalid("initialize needs protocolVersion, capabilities and clientInfo with name and version.");
    }

    /** The extension for tasks is of the revision without sessions. */
    private static Set<ClientCapability> capabilities(ObjectNode params) {
        Set<ClientCapability> declared = ClientContext.capabilities(params.path("capabilities"));
        declared.remove(ClientCapability.TASKS);
        return declared;
    }

    private static @Nullable String requestedVersion(ObjectNode params) {
        return params.path("protocolVersion").textValue();
    }

    @Override
    public Refused unknownMethod() {
        return Refused.of(200, JsonRpcError.METHOD_NOT_FOUND, "This server has no such method.");
    }

    /** 2025-11-25, server/resources: -32002 with the URI. */
    @Override
    public Refused unknownResource(String uri, String message) {
        return new Refused(200, JsonRpcError.about(uri, RESOURCE_NOT_FOUND, message), null);
    }

    /** The revisions with sessions have no error of their own for it. */
    @Override
    public Optional<Refused> missingCapability(List<String> capability, String message) {
        return Optional.empty();
    }

    @Override
    public ObjectNode finish(McpReply.Result reply, ObjectNode result) {
        return result;
    }
}
