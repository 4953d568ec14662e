package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.gatehouse.catalog.limit.Spent;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The error member of a JSON-RPC answer (JSON-RPC 2.0 section 5.1, and MCP's own codes). */
record JsonRpcError(int code, String message, @Nullable ObjectNode data) {
    static final int PARSE_ERROR = -32700;
    static final int INVALID_REQUEST = -32600;
    static final int METHOD_NOT_FOUND = -32601;
    static final int INVALID_PARAMS = -32602;
    static final int INTERNAL_ERROR = -32603;

    /** MCP 2026-07-28: a standard header is missing or disagrees with the body. */
    static final int HEADER_MISMATCH = -32020;

    /** MCP 2026-07-28: the client did not declare a capability that the request needs. */
    static final int MISSING_CLIENT_CAPABILITY = -32021;

    /** MCP 2026-07-28: the revision is not one that this server speaks. */
    static final int UNSUPPORTED_PROTOCOL_VERSION = -32022;

    static JsonRpcError of(int code, String message) {
        return new JsonRpcError(code, message, null);
    }

    /** MCP, server/resources: an error about a resource names its URI. */
    static JsonRpcError about(String uri, int code, String message) {
        return new JsonRpcError(code, message, Json.object().put("uri", uri));
    }

    /** MCP 2026-07-28, UnsupportedProtocolVersionError: the data names what is supported and what was requested. */
    static JsonRpcError unsupportedVersion(int code, List<String> supported, String requested) {
        ObjectNode data = Json.object();
        ArrayNode versions = data.putArray("supported");
        supported.forEach(versions::add);
        data.put("requested", requested);
        return new JsonRpcError(code, "This server does not speak the requested protocol version.", data);
    }

    /** MCP 2026-07-28, MissingRequiredClientCapabilityError: the data is the capabilities that the client would have to declare. */
    static JsonRpcError missingCapability(List<String> capability, String message) {
        ObjectNode data = Json.object();
        ObjectNode inner = data.putObject("requiredCapabilities");
        for (String part : capability) {
            inner = inner.putObject(part);
        }
        return new JsonRpcError(MISSING_CLIENT_CAPABILITY, message, data);
    }

    /** A limit, for programs: which one, and after how many seconds there is more. */
    static JsonRpcError limited(Problem.BudgetSpent spent) {
        ObjectNode data = Json.object().put("errorCode", spent.code()).put("limit", spent.limit()).put("retryAfterSeconds", Spent.seconds(spent.retryAfter()));
        return new JsonRpcError(INVALID_REQUEST, spent.message(), data);
    }

    /** The error's name in the event log. */
    String auditName() {
        return switch (code) {
            case PARSE_ERROR -> "PARSE_ERROR";
            case METHOD_NOT_FOUND -> "METHOD_NOT_FOUND";
            case INVALID_PARAMS -> "INVALID_PARAMS";
            case HEADER_MISMATCH -> "HEADER_MISMATCH";
            case MISSING_CLIENT_CAPABILITY -> "MISSING_CLIENT_CAPABILITY";
            case UNSUPPORTED_PROTOCOL_VERSION -> "UNSUPPORTED_PROTOCOL_VERSION";
            default -> "INVALID_REQUEST";
        };
    }
}
