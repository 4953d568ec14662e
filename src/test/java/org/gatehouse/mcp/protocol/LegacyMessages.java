package org.gatehouse.mcp.protocol;

/** Messages of the revisions with sessions. */
final class LegacyMessages {
    static final McpHeaders NO_HEADERS = new McpHeaders(null, null, null, null);

    private LegacyMessages() {}

    static String initialize(String version) {
        return request(
                "initialize",
                "\"protocolVersion\":\"" + version + "\",\"capabilities\":{},\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}");
    }

    static String request(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":\"a-1\",\"method\":\"" + method + "\",\"params\":{" + params + "}}";
    }

    static String notification(String method) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\"}";
    }
}
