package org.gatehouse.mcp.protocol;

import java.util.Map;

/**
 * What goes back over HTTP.
 *
 * @param body JSON, or nothing if it is empty
 */
public record HttpAnswer(int status, Map<String, String> headers, String body) {
    public HttpAnswer {
        headers = Map.copyOf(headers);
    }

    /** An answer without a body. */
    public static HttpAnswer empty(int status, Map<String, String> headers) {
        return new HttpAnswer(status, headers, "");
    }

    /** A refusal of HTTP's making, as a JSON-RPC error that answers no particular request. */
    public static HttpAnswer refusal(int status, String message, Map<String, String> headers) {
        return new HttpAnswer(status, headers, JsonRpcCodec.error(null, JsonRpcError.of(JsonRpcError.INVALID_REQUEST, message)));
    }
}
