package org.gatehouse.mcp.protocol;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP headers that MCP gives a meaning, as they arrived.
 *
 * @param protocolVersion {@code MCP-Protocol-Version}
 * @param method {@code Mcp-Method}
 * @param name {@code Mcp-Name}
 * @param sessionId {@code Mcp-Session-Id}
 * @param lastEventId {@code Last-Event-ID}
 * @param parameters {@code Mcp-Param-*}, by the name after the prefix in lower case
 */
public record McpHeaders(
        @Nullable String protocolVersion, @Nullable String method, @Nullable String name, @Nullable String sessionId, @Nullable String lastEventId,
        Map<String, String> parameters) {
    /** What the names of {@code parameters} begin with on the wire, in lower case. */
    public static final String PARAMETER = "mcp-param-";

    /** Header values without the optional white space around them (RFC 9110 section 5.6.3). */
    public McpHeaders {
        protocolVersion = trimmed(protocolVersion);
        method = trimmed(method);
        name = trimmed(name);
        sessionId = trimmed(sessionId);
        lastEventId = trimmed(lastEventId);
        parameters = Map.copyOf(parameters);
    }

    /** The headers of a message that resumes nothing and mirrors no arguments. */
    public McpHeaders(@Nullable String protocolVersion, @Nullable String method, @Nullable String name, @Nullable String sessionId) {
        this(protocolVersion, method, name, sessionId, null, Map.of());
    }

    /** Whether the version header names a stateless revision, known or not. */
    public boolean nameModernVersion() {
        return protocolVersion != null && ProtocolVersion.namesModern(protocolVersion);
    }

    private static @Nullable String trimmed(@Nullable String value) {
        return value == null ? null : value.strip();
    }
}
