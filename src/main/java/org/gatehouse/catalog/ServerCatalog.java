package org.gatehouse.catalog;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.catalog.ActiveServers.ActiveServer;
import org.gatehouse.identity.Caller;
import org.gatehouse.oauth.client.ServerAccess;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/** Decides, once per request, whether a caller may reach an MCP server and what of it the caller sees. */
@Singleton
public class ServerCatalog {
    private final ActiveServers activeServers;
    private final Deployment deployment;
    private final ClientServers clientServers;
    private final List<Icon> ownIcons;

    @Inject
    ServerCatalog(ActiveServers activeServers, Deployment deployment, ClientServers clientServers) {
        this.activeServers = activeServers;
        this.deployment = deployment;
        this.clientServers = clientServers;
        this.ownIcons = List.of(new Icon(deployment.url("/gatehouse.svg"), "image/svg+xml", List.of("any"), null));
    }

    /**
     * The server as this caller sees it.
     *
     * @throws ProblemException not found if there is no such server or it is inactive, invalid token if the token was made for another server,
     *     insufficient scope if the token covers none of the server's tiers
     */
    public McpServer require(Caller caller, String serverName) {
        ActiveServer active = activeServers.find(serverName, caller.accessVersion()).orElseThrow(() -> noSuchServer(serverName));
        ServerDefinition server = active.definition();
        // MCP authorization, token audience: a server must reject a token that was not issued for it (RFC 8707 section 2).
        if (!caller.resource().equals(deployment.url(server.path()))) {
            throw new ProblemException(new Problem.InvalidToken("The token was issued for another server."));
        }
        List<Tier> covered = server.tiers().stream().filter(tier -> tier.coveredBy(caller.scopes())).toList();
        if (covered.isEmpty()) {
            throw new ProblemException(new Problem.InsufficientScope(scopes(server), "The token's scopes cover no tool of this server."));
        }
        return narrowed(active, caller, covered, clientServers.of(caller));
    }

    /** Whether the server that the caller's token opens has a tool of this name, for whomever. */
    public boolean knows(Caller caller, String tool) {
        return activeServers.find(caller.server(), caller.accessVersion())
                .filter(active -> active.definition().tools().stream().anyMatch(offered -> offered.definition().name().equals(tool)))
                .isPresent();
    }

    /**
     * What a client's list of tools leaves out is not there; that is no lack of scope. The list names tools, so a client that has one gets no
     * prompts and no resources, which read what no tool of the list may read.
     */
    private McpServer narrowed(ActiveServer active, Caller caller, List<Tier> covered, ServerAccess client) {
        ServerDefinition server = active.definition();
        List<CheckedTool> tools = server.tools().stream()
                .filter(tool -> covered.contains(tool.definition().tier()) && client.includes(server.name(), tool.definition().name()))
                .toList();
        boolean reads = covered.contains(Tier.READ) && client.includesAllOf(server.name());
        return new McpServer(
                server, active.approvals(), caller, tools, reads ? server.prompts() : List.of(), reads ? server.resources() : List.of(),
                server.icons().isEmpty() ? ownIcons : server.icons());
    }

    static ProblemException noSuchServer(String serverName) {
        return new ProblemException(
                new Problem.NotFound(Problem.Thing.SERVER, serverName, "There is no active MCP server at this address."));
    }

    /** All scopes at once: a client that is told of one after the other would send the person through consent each time. */
    private static Set<String> scopes(ServerDefinition server) {
        return server.tiers().stream().map(Tier::scope).collect(Collectors.toUnmodifiableSet());
    }
}
