package org.gatehouse.mcp.protocol;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.TreeSet;
import org.gatehouse.platform.configuration.Deployment;

/** The {@code WWW-Authenticate} headers with which an MCP endpoint asks for a better token (RFC 6750 section 3, RFC 9728 section 5.1). */
@Singleton
public class McpChallenge {
    private final Deployment deployment;

    @Inject
    public McpChallenge(Deployment deployment) {
        this.deployment = deployment;
    }

    /** RFC 6750 section 3.1: a request without any credentials gets no error code. */
    public String noToken(String serverName) {
        return "Bearer " + metadata(serverName);
    }

    /** The token does not open this server. */
    String invalidToken(String serverName, String description) {
        return "Bearer error=\"invalid_token\", error_description=\"" + description + "\", " + metadata(serverName);
    }

    /** The token's scopes do not suffice; all that would are named at once. */
    String insufficientScope(String serverName, Set<String> scopes, String description) {
        return "Bearer error=\"insufficient_scope\", scope=\"" + String.join(" ", new TreeSet<>(scopes)) + "\", error_description=\""
                + description + "\", " + metadata(serverName);
    }

    private String metadata(String serverName) {
        return "resource_metadata=\"" + deployment.url("/.well-known/oauth-protected-resource" + path(serverName)) + "\"";
    }

    /** A name that is not plain cannot be a server's, and must not end up in a header. */
    private static String path(String serverName) {
        boolean plain = serverName.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '/');
        return plain ? "/mcp/v1/" + serverName : "";
    }
}
