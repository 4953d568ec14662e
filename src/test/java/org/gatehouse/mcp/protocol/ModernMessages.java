package org.gatehouse.mcp.protocol;

import org.jspecify.annotations.Nullable;

/** Messages of MCP 2026-07-28. */
final class ModernMessages {
    static final String META =
            "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\",\"io.modelcontextprotocol/clientCapabilities\":{}}";

    private ModernMessages() {}

    static String request(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"" + method + "\",\"params\":{" + params + (params.isEmpty() ? "" : ",") + META + "}}";
    }

    static String call(String tool, String arguments) {
        return request("tools/call", "\"name\":\"" + tool + "\",\"arguments\":" + arguments);
    }

    static McpHeaders headers(@Nullable String method, @Nullable String name) {
        return new McpHeaders("2026-07-28", method, name, null);
    }
}
