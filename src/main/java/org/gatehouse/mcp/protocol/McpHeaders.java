package org.gatehouse.mcp.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The HTTP headers that MCP gives a meaning, as they arrived.
 *
 * @param protocolVersion {@code MCP-Protocol-Version}
 * @param method {@code Mcp-Method}
 * @param name {@code Mcp-Name}
 * @param sessionId {@code Mcp-Session-Id}
 */
public record McpHeaders(
        @Nullable String protocolVersion, @Nullable String method, @Nullable String name, @Nullable String sessionId) {
    /** Header values without the optional white space around them (RFC 9110 section 5.6.3). */
    public McpHeaders {
        protocolVersion = trimmed(protocolVersion);
        method = trimmed(method);
        name = trimmed(name);
        sessionId = trimmed(sessionId);
    }

    /** Whether the version header names a stateless revision, known or not. */
    public boolean nameModernVersion() {
        return protocolVersion != null && ProtocolVersion.namesModern(protocolVersion);
    }

    private static @Nullable String trimmed(@Nullable String value) {
        return value == null ? null : value.strip();
    }
}
