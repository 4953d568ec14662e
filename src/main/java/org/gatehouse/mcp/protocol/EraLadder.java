package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import org.gatehouse.mcp.protocol.McpReply.Refused;

/**
 * Decides which era a message belongs to; the body decides, headers only confirm. The order of the steps is what lets both eras live on one
 * URL: a client that means one era is never answered by the other.
 */
final class EraLadder {
    private EraLadder() {}

    static Inbound classify(JsonRpcMessage message, McpHeaders headers) {
        return switch (message) {
            case JsonRpcMessage.Malformed malformed -> malformed(malformed, headers);
            case JsonRpcMessage.Response response -> response(response, headers);
            case JsonRpcMessage.Notification notification -> notification(notification, headers);
            case JsonRpcMessage.Request request -> request(request, headers);
        };
    }

    private static Inbound request(JsonRpcMessage.Request request, McpHeaders headers) {
        Envelope envelope = Envelope.of(request.params());
        if (request.method().equals("initialize") && !namesStateless(envelope)) {
            // A handshake under a stateless version header is a contradiction, not a choice of eras.
            return headers.nameModernVersion()
                    ? refused(request, headers, JsonRpcError.HEADER_MISMATCH, "initialize belongs to sessions; the version header names a revision without.")
                    : LegacyEra.INSTANCE.read(request, headers);
        }
        return switch (envelope) {
            case Envelope.Valid(var version) -> ModernEra.INSTANCE.read(request, version, headers);
            // A broken envelope is never read as if it were not there.
            case Envelope.Flawed(var key, var flaw) -> refused(request, headers, JsonRpcError.INVALID_PARAMS, "_meta: " + key + " " + flaw + ".");
            case Envelope.Absent() -> headers.nameModernVersion()
                    ? refused(request, headers, JsonRpcError.INVALID_PARAMS, "_meta: " + Envelope.VERSION + " is required.")
                    : LegacyEra.INSTANCE.read(request, headers);
        };
    }

    private static Inbound notification(JsonRpcMessage.Notification notification, McpHeaders headers) {
        JsonNode version = notification.params().path("_meta").get(Envelope.VERSION);
        if (version != null) {
            return version.isTextual()
                    ? ModernEra.INSTANCE.read(notification, version.textValue(), headers)
                    : refused(headers, Refused.of(400, JsonRpcError.INVALID_PARAMS, "_meta: " + Envelope.VERSION + " must be a string."));
        }
        // Only requests must carry the envelope (NotificationMetaObject has no version); the header then speaks for a notification.
        return headers.protocolVersion() != null && headers.nameModernVersion()
                ? ModernEra.INSTANCE.read(notification, headers.protocolVersion(), headers)
                : LegacyEra.INSTANCE.read(notification, headers);
    }

    private static Inbound response(JsonRpcMessage.Response response, McpHeaders headers) {
        // 2026-07-28, transports: a client posts requests and notifications only.
        return headers.nameModernVersion()
                ? refused(headers, Refused.of(400, JsonRpcError.INVALID_REQUEST, "This protocol version has no responses from clients."))
                : LegacyEra.INSTANCE.read(response, headers);
    }

    private static boolean namesStateless(Envelope envelope) {
        return envelope instanceof Envelope.Valid(var version)
                && ProtocolVersion.find(version).map(ProtocolVersion::modern).orElse(true);
    }

    private static Inbound malformed(JsonRpcMessage.Malformed message, McpHeaders headers) {
        return new Inbound(
                LegacyEra.INSTANCE, message.id(), null, headers.protocolVersion(), new Conversation.None(),
                new McpRequest.Invalid(new Refused(400, message.error(), null)));
    }

    private static Inbound refused(McpHeaders headers, Refused answer) {
        return new Inbound(
                ModernEra.INSTANCE, null, null, headers.protocolVersion(), new Conversation.None(), new McpRequest.Invalid(answer));
    }

    private static Inbound refused(JsonRpcMessage.Request request, McpHeaders headers, int code, String message) {
        return new Inbound(
                ModernEra.INSTANCE, request.id(), request.method(), headers.protocolVersion(), new Conversation.None(),
                new McpRequest.Invalid(Refused.of(400, code, message)));
    }
}
