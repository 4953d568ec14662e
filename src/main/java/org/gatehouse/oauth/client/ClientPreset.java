package org.gatehouse.oauth.client;

import java.util.List;

/**
 * What is known of an agent that many people use: a start for a new client.
 *
 * @param customSchemes whether one of the redirect URIs has a scheme of the agent's own
 */
public record ClientPreset(String name, String label, List<String> redirectUris, boolean customSchemes) {
    /** The presets, by label. One client per agent: a client that serves several cannot be told apart, limited or ended by itself. */
    public static final List<ClientPreset> ALL = List.of(
            new ClientPreset(
                    "chatgpt", "ChatGPT", List.of("https://chatgpt.com/connector_platform_oauth_redirect"), false),
            new ClientPreset(
                    "claude",
                    "Claude",
                    List.of(
                            "https://claude.ai/api/mcp/auth_callback", "https://claude.com/api/mcp/auth_callback", "http://localhost/callback",
                            "http://127.0.0.1/callback"),
                    false),
            new ClientPreset(
                    "cursor",
                    "Cursor",
                    List.of(
                            "https://www.cursor.com/agents/mcp/oauth/callback", "http://localhost/callback",
                            "cursor://anysphere.cursor-mcp/oauth/callback"),
                    true),
            new ClientPreset(
                    "inspector",
                    "MCP Inspector",
                    List.of("http://127.0.0.1/oauth/callback", "http://localhost/oauth/callback", "http://localhost/oauth/callback/debug"),
                    false),
            new ClientPreset(
                    "postman",
                    "Postman",
                    List.of("https://oauth.pstmn.io/v1/callback", "https://oauth.pstmn.io/v1/browser-callback"),
                    false),
            new ClientPreset(
                    "vscode",
                    "Visual Studio Code",
                    List.of("http://127.0.0.1/", "http://localhost/", "https://vscode.dev/redirect"),
                    false));

    public ClientPreset {
        redirectUris = List.copyOf(redirectUris);
    }
}
