package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.gatehouse.platform.json.Json;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON-RPC 2.0. What it cannot read becomes a {@link JsonRpcMessage.Malformed}, never an exception. */
final class JsonRpcCodec {
    private static final String VERSION = "2.0";

    private JsonRpcCodec() {}

    static JsonRpcMessage read(byte[] body) {
        JsonNode message;
        try {
            message = Json.read(body);
        } catch (IOException e) {
            return malformed(null, JsonRpcError.PARSE_ERROR, "The body is not well-formed JSON within this server's limits.");
        }
        if (message instanceof ObjectNode object) {
            return read(object);
        }
        // Batches were part of 2025-03-26 only; an array of one is still an array.
        return malformed(null, JsonRpcError.INVALID_REQUEST, "The body must be one JSON-RPC message; batches are not accepted.");
    }

    private static JsonRpcMessage read(ObjectNode message) {
        JsonNode id = message.get("id");
        // MCP, base protocol: an id must be a string or an integer and, unlike in JSON-RPC, never null.
        JsonNode usableId = id != null && (id.isTextual() || id.isIntegralNumber()) ? id : null;
        if (id != null && usableId == null) {
            return malformed(null, JsonRpcError.INVALID_REQUEST, "The id must be a string or an integer.");
        }
        if (!VERSION.equals(message.path("jsonrpc").textValue())) {
            return malformed(usableId, JsonRpcError.INVALID_REQUEST, "The jsonrpc member must be \"2.0\".");
        }
        if (!message.has("method")) {
            return response(usableId, message);
        }
        String method = message.path("method").textValue();
        if (method == null) {
            return malformed(usableId, JsonRpcError.INVALID_REQUEST, "The method must be a string.");
        }
        JsonNode params = message.has("params") ? message.path("params") : Json.object();
        if (!(params instanceof ObjectNode object)) {
            return malformed(usableId, JsonRpcError.INVALID_REQUEST, "The params must be an object.");
        }
        return usableId == null ? new JsonRpcMessage.Notification(method, object) : new JsonRpcMessage.Request(usableId, method, object);
    }

    private static JsonRpcMessage response(@Nullable JsonNode id, ObjectNode message) {
        boolean answers = message.has("result") != message.has("error");
        // JSON-RPC 2.0 section 5: an error may come without an id where the sender could not make it out; then it answers nothing of ours.
        return answers
                ? new JsonRpcMessage.Response(id, message.get("result"))
                : malformed(id, JsonRpcError.INVALID_REQUEST, "The body is neither a request nor a notification nor a response.");
    }

    private static JsonRpcMessage malformed(@Nullable JsonNode id, int code, String message) {
        return new JsonRpcMessage.Malformed(id, JsonRpcError.of(code, message));
    }

    static String result(JsonNode id, ObjectNode result) {
        ObjectNode answer = answer(id);
        answer.set("result", result);
        return Json.text(answer);
    }

    /** A message that asks for no answer. */
    static String notification(String method, ObjectNode params) {
        ObjectNode message = answer(null).put("method", method);
        message.set("params", params);
        return Json.text(message);
    }

    /** A question to the client. */
    static String request(String id, String method, ObjectNode params) {
        ObjectNode message = answer(null).put("id", id).put("method", method);
        message.set("params", params);
        return Json.text(message);
    }

    static String error(@Nullable JsonNode id, JsonRpcError error) {
        ObjectNode answer = answer(id);
        answer.set("error", json(error));
        return Json.text(answer);
    }

    static ObjectNode json(JsonRpcError error) {
        ObjectNode body = Json.object().put("code", error.code()).put("message", error.message());
        if (error.data() != null) {
            body.set("data", error.data());
        }
        return body;
    }

    /** MCP's schema, JSONRPCErrorResponse: where the request's id is unknown the member is left out; null is not an id. */
    private static ObjectNode answer(@Nullable JsonNode id) {
        ObjectNode answer = Json.object();
        answer.put("jsonrpc", VERSION);
        if (id != null) {
            answer.set("id", id);
        }
        return answer;
    }
}
