package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gatehouse.mcp.protocol.McpReply.Refused;
import org.jspecify.annotations.Nullable;

/** MCP 2025-11-25, 2025-06-18 and 2025-03-26: a handshake opens a session, and every later message names it. */
final class LegacyEra implements Era {
    static final LegacyEra INSTANCE = new LegacyEra();

    private static final int RESOURCE_NOT_FOUND = -32002;

    private LegacyEra() {}

    Inbound read(JsonRpcMessage.Request request, McpHeaders headers) {
        if (request.method().equals("initialize")) {
            return new Inbound(
                    this, request.id(), request.method(), requestedVersion(request.params()), new Conversation.None(), initialize(request.params()));
        }
        McpRequest asked = request.method().equals("ping")
                ? new McpRequest.Ping()
                : ServerMethods.read(request.method(), request.params()).orElseGet(() -> new McpRequest.Invalid(unknownMethod()));
        return inSession(request, headers, asked);
    }

    /** 2025-11-25, transports: a notification or a response is answered 202 without a body. */
    Inbound read(JsonRpcMessage message, McpHeaders headers) {
        return inSession(message, headers, new McpRequest.Notify());
    }

    /** 2025-11-25, transports, session management: a client that is done sends DELETE with the session's id. */
    Inbound end(McpHeaders headers) {
        return inSession(null, headers, new McpRequest.EndSession());
    }

    private Inbound inSession(@Nullable JsonRpcMessage message, McpHeaders headers, McpRequest asked) {
        Refused refused = refusal(headers);
        Conversation conversation =
                headers.sessionId() == null ? new Conversation.None() : new Conversation.Session(headers.sessionId());
        return new Inbound(
                this,
                message instanceof JsonRpcMessage.Request request ? request.id() : null,
                method(message),
                headers.protocolVersion(),
                conversation,
                refused == null ? asked : new McpRequest.Invalid(refused));
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
                ? new McpRequest.Initialize(version)
                : ToolParams.invalid("initialize needs protocolVersion, capabilities and clientInfo with name and version.");
    }

    private static @Nullable String requestedVersion(ObjectNode params) {
        return params.path("protocolVersion").textValue();
    }

    private static @Nullable String method(@Nullable JsonRpcMessage message) {
        return switch (message) {
            case JsonRpcMessage.Request request -> request.method();
            case JsonRpcMessage.Notification notification -> notification.method();
            case JsonRpcMessage.Response response -> null;
            case JsonRpcMessage.Malformed malformed -> null;
            case null -> "DELETE";
        };
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

    @Override
    public ObjectNode finish(McpReply.Result reply, ObjectNode result) {
        return result;
    }
}
