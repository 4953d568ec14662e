package org.gatehouse.mcp.protocol;

import static org.gatehouse.mcp.protocol.JsonRpcError.HEADER_MISMATCH;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.List;
import java.util.Optional;
import org.gatehouse.catalog.dialogue.LogLevel;
import org.gatehouse.mcp.protocol.McpReply.Refused;
import org.jspecify.annotations.Nullable;

/** MCP 2026-07-28: every request stands alone, carries its version and capabilities, and mirrors its method in headers. */
final class ModernEra implements Era {
    static final ModernEra INSTANCE = new ModernEra();

    /** How long a client may show a list before it asks again. Calls are checked whatever the client shows. */
    private static final int LIST_TTL_MILLIS = 60_000;

    private static final String LOG_LEVEL = "io.modelcontextprotocol/logLevel";

    private ModernEra() {}

    Inbound read(JsonRpcMessage.Request request, String version, McpHeaders headers) {
        Refused refused = refusal(request, version, headers);
        McpRequest asked = refused == null ? request(request, headers) : new McpRequest.Invalid(refused);
        return new Inbound(this, request.id(), request.method(), version, new Conversation.None(), asked, client(request.params()));
    }

    /** Notifications mirror nothing by necessity, but what they mirror must agree. */
    Inbound read(JsonRpcMessage.Notification notification, String version, McpHeaders headers) {
        Refused refused = disagreement(notification.method(), version, headers);
        if (refused == null) {
            refused = unsupported(version);
        }
        McpRequest asked = refused == null ? new McpRequest.Notify() : new McpRequest.Invalid(refused);
        return new Inbound(this, null, notification.method(), version, new Conversation.None(), asked);
    }

    private static McpRequest request(JsonRpcMessage.Request request, McpHeaders headers) {
        JsonNode level = request.params().path("_meta").path(LOG_LEVEL);
        if (!level.isMissingNode() && LogLevel.find(level.asText()).isEmpty()) {
            return ToolParams.invalid("_meta: " + LOG_LEVEL + " is no level of log messages.");
        }
        if (request.params().has("inputResponses") && !request.params().path("inputResponses").isObject()) {
            return ToolParams.invalid("The inputResponses must be an object.");
        }
        if (request.params().has("requestState") && !request.params().path("requestState").isTextual()) {
            return ToolParams.invalid("The requestState must be a string.");
        }
        return switch (request.method()) {
            case "server/discover" -> new McpRequest.Discover();
            case "tools/call" -> ToolParams.call(request.params()) instanceof McpRequest.CallTool(var tool, var arguments, var none)
                    ? new McpRequest.CallTool(tool, arguments, headers.parameters())
                    : ToolParams.call(request.params());
            case "tasks/get" -> task(request.params(), McpRequest.GetTask::new);
            case "tasks/update" -> task(request.params(), McpRequest.UpdateTask::new);
            case "tasks/cancel" -> task(request.params(), McpRequest.CancelTask::new);
            case "subscriptions/listen" -> Interests.of(request.params())
                    .<McpRequest>map(McpRequest.Listen::new)
                    .orElseGet(() -> ToolParams.invalid("The notifications must say what to listen for, with at most " + Interests.MOST_URIS + " resources."));
            // Unknown and removed methods alike, initialize and ping among them: HTTP 404 and -32601.
            default -> ServerMethods.read(request.method(), request.params()).orElseGet(() -> new McpRequest.Invalid(INSTANCE.unknownMethod()));
        };
    }

    private static McpRequest task(ObjectNode params, Function<String, McpRequest> request) {
        String id = params.path("taskId").textValue();
        return id == null ? ToolParams.invalid("The taskId must be a string.") : request.apply(id);
    }

    private static ClientContext client(ObjectNode params) {
        JsonNode meta = params.path("_meta");
        Map<String, JsonNode> answers = new HashMap<>();
        params.path("inputResponses").properties().forEach(answer -> answers.put(answer.getKey(), answer.getValue()));
        return new ClientContext(
                ClientContext.capabilities(meta.path(Envelope.CAPABILITIES)), LogLevel.find(meta.path(LOG_LEVEL).asText()).orElse(null),
                ClientContext.of(params).progressToken(), answers, params.path("requestState").textValue(), false);
    }

    /** The order is that of the ladder: disagreement, unknown version, missing header. */
    private static @Nullable Refused refusal(JsonRpcMessage.Request request, String version, McpHeaders headers) {
        Refused disagreement = disagreement(request.method(), version, headers);
        if (disagreement != null) {
            return disagreement;
        }
        Refused unsupported = unsupported(version);
        if (unsupported != null) {
            return unsupported;
        }
        // MCP 2026-07-28, standard headers: both are required on every request.
        if (headers.protocolVersion() == null) {
            return mismatch("The MCP-Protocol-Version header is missing.");
        }
        if (headers.method() == null) {
            return mismatch("The Mcp-Method header is missing.");
        }
        return switch (request.method()) {
            case "tools/call", "prompts/get" -> name(request.params(), "name", headers.name());
            case "resources/read" -> name(request.params(), "uri", headers.name());
            case "tasks/get", "tasks/update", "tasks/cancel" -> name(request.params(), "taskId", headers.name());
            default -> null;
        };
    }

    /** The values of both headers are compared as they are, case included. */
    private static @Nullable Refused disagreement(String method, String version, McpHeaders headers) {
        if (headers.protocolVersion() != null && !headers.protocolVersion().equals(version)) {
            return mismatch("The MCP-Protocol-Version header and the version in _meta disagree.");
        }
        if (headers.method() != null && !HeaderValue.decode(headers.method()).equals(Optional.of(method))) {
            return mismatch("The Mcp-Method header and the method in the body disagree.");
        }
        return null;
    }

    private static @Nullable Refused unsupported(String version) {
        return ProtocolVersion.find(version).filter(ProtocolVersion::modern).isPresent()
                ? null
                : new Refused(
                        400,
                        JsonRpcError.unsupportedVersion(
                                JsonRpcError.UNSUPPORTED_PROTOCOL_VERSION, ProtocolVersion.names(true), version),
                        null);
    }

    /** MCP 2026-07-28, standard headers: Mcp-Name mirrors the name, or the uri, of what is asked for. A body without one is judged as params. */
    private static @Nullable Refused name(ObjectNode params, String member, @Nullable String header) {
        String name = params.path(member).textValue();
        if (header == null) {
            return name == null ? null : mismatch("The Mcp-Name header is missing.");
        }
        Optional<String> decoded = HeaderValue.decode(header);
        if (decoded.isEmpty()) {
            return mismatch("The Mcp-Name header is not validly encoded.");
        }
        return decoded.get().equals(name) ? null : mismatch("The Mcp-Name header and the name in the body disagree.");
    }

    private static Refused mismatch(String message) {
        return Refused.of(400, HEADER_MISMATCH, message);
    }

    @Override
    public Refused unknownMethod() {
        return Refused.of(404, JsonRpcError.METHOD_NOT_FOUND, "This server has no such method in this protocol version.");
    }

    /** MCP 2026-07-28, server/resources: -32602 with the URI. */
    @Override
    public Refused unknownResource(String uri, String message) {
        return new Refused(200, JsonRpcError.about(uri, JsonRpcError.INVALID_PARAMS, message), null);
    }

    /** MCP 2026-07-28: a request that needs what the client did not declare is answered 400 with -32021. */
    @Override
    public Optional<Refused> missingCapability(List<String> capability, String message) {
        return Optional.of(new Refused(400, JsonRpcError.missingCapability(capability, message), null));
    }

    @Override
    public ObjectNode finish(McpReply.Result reply, ObjectNode result) {
        result.put("resultType", switch (reply) {
            case McpReply.InputNeeded needed -> "input_required";
            case McpReply.TaskStarted started -> "task";
            default -> "complete";
        });
        if (reply instanceof McpReply.Cacheable) {
            // MCP 2026-07-28, caching: what was narrowed to one caller must not be shared across tokens.
            result.put("ttlMs", reply instanceof McpReply.Read ? 0 : LIST_TTL_MILLIS);
            result.put("cacheScope", "private");
        }
        result.putObject("_meta").set("io.modelcontextprotocol/serverInfo", identity(reply));
        return result;
    }

    private static ObjectNode identity(McpReply.Result reply) {
        return reply instanceof McpReply.Discovered(var server) ? ServerIdentity.json(server) : ServerIdentity.json();
    }
}
