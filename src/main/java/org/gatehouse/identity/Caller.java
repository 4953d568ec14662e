package org.gatehouse.identity;

import java.util.Set;
import org.gatehouse.platform.database.CallOrigin;

/**
 * The person on whose behalf a request runs, and the client and scopes that narrow it. Always the explicit first parameter of a service.
 *
 * @param userId the person's record id
 * @param username the person's sign-in name
 * @param clientId the external client app that acts for the person
 * @param grantId the connection of person, client and server that the token came from
 * @param resource the one server's URL that the token opens: its audience
 * @param scopes the scopes of the token
 * @param accessVersion the version of the access configuration that was current when the request was admitted
 */
public record Caller(
        String userId,
        String username,
        String clientId,
        String grantId,
        String resource,
        Set<String> scopes,
        long accessVersion) {
    /** The path that all MCP servers lie under. */
    private static final String SERVERS = "/mcp/v1/";

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Whose the calls are that run on this person's behalf. */
    public CallOrigin origin() {
        return new CallOrigin(grantId, username, clientId);
    }

    /** The name of the one MCP server that the token opens, for example {@code platform/object-reads}; empty if it opens none. */
    public String server() {
        int path = resource.lastIndexOf(SERVERS);
        return path < 0 ? "" : resource.substring(path + SERVERS.length());
    }
}
