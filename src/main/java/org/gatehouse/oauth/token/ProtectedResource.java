package org.gatehouse.oauth.token;

import java.util.List;

/**
 * One thing that a token can open.
 *
 * @param path its path, the part of its URL after the public URL
 * @param label its name for people
 * @param scopes the scopes that make sense there, widest first
 */
public record ProtectedResource(String path, String label, List<String> scopes) {
    /** Under this path lie the MCP servers; what follows is a server's name. */
    public static final String MCP_PATH = "/mcp/v1/";

    public ProtectedResource {
        scopes = List.copyOf(scopes);
    }
}
