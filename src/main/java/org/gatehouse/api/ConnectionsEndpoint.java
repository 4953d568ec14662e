package org.gatehouse.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gatehouse.audit.AuditedCalls;
import org.gatehouse.oauth.grant.ClientUsage;
import org.gatehouse.oauth.grant.Connection;
import org.gatehouse.oauth.grant.ConnectionService;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** OAuth usage: who is connected through what, and the end of single connections. */
@Path("")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ConnectionsEndpoint {
    private static final int MOST = 1_000;

    @Inject
    ApiRequest request;

    @EJB
    AuditedCalls calls;

    @EJB
    ConnectionService connections;

    @GET
    @Path("usage")
    @Operation(summary = "How much each client is used")
    public List<Usage> usage() throws Exception {
        return calls.run(request.call("usage.list", "", () -> connections.clients().stream().map(Usage::of).toList()));
    }

    @GET
    @Path("connections")
    @Operation(summary = "Connections that stand, in the order of their ids; the next page starts after the last id")
    public List<Item> page(
            @QueryParam("client") @Nullable String client,
            @QueryParam("user") @Nullable String user,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("100") int limit)
            throws Exception {
        int most = Math.clamp(limit, 1, MOST);
        return calls.run(request.call("connection.list", "", () -> connections
                .page(Optional.ofNullable(client), Optional.ofNullable(user), Optional.ofNullable(after), most).stream()
                .map(Item::of)
                .toList()));
    }

    @DELETE
    @Path("connections/{id}")
    @Operation(summary = "Ends a connection: refused from its next request on")
    public void end(@PathParam("id") String id) throws Exception {
        calls.run(request.call("connection.end", id, () -> {
            if (!connections.end(id)) {
                throw new ProblemException(
                        new Problem.NotFound(Problem.Thing.CONNECTION, id, "There is no such connection, or it has ended already."));
            }
            return id;
        }));
    }

    @GET
    @Path("connections/frozen")
    @Operation(
            summary = "Connections that are frozen",
            description = "One that has ended since is listed too: its freeze keeps its person from connecting the app to the server anew.")
    public List<Item> frozen() throws Exception {
        return calls.run(request.call("connection.list-frozen", "", () -> connections.frozen(MOST).stream().map(Item::of).toList()));
    }

    @POST
    @Path("connections/{id}/freeze")
    @Operation(summary = "Freezes what a connection's app may do for its person at its server: refused from the next request on, until it is lifted")
    public void freeze(@PathParam("id") String id) throws Exception {
        calls.run(request.call("connection.freeze", id, () -> {
            if (!connections.freeze(id, request.caller().username())) {
                throw new ProblemException(
                        new Problem.NotFound(Problem.Thing.CONNECTION, id, "There is no such connection, or it has ended already."));
            }
            return id;
        }));
    }

    @POST
    @Path("connections/{id}/unfreeze")
    @Operation(summary = "Lifts a freeze: tokens that have not run out work again")
    public void unfreeze(@PathParam("id") String id) throws Exception {
        calls.run(request.call("connection.unfreeze", id, () -> {
            if (!connections.unfreeze(id)) {
                throw new ProblemException(new Problem.NotFound(Problem.Thing.CONNECTION, id, "There is no such connection that is frozen."));
            }
            return id;
        }));
    }

    /** A connection; moments are in ISO 8601. */
    public record Item(
            String id, String clientId, String client, String userId, String username, String resource, List<String> scopes,
            String connectedAt, @Nullable String lastUsedAt, long useCount, @Nullable String frozenAt, @Nullable String frozenBy) {
        static Item of(Connection it) {
            return new Item(
                    it.id(), it.clientId(), it.client(), it.userId(), it.username(), it.resource(),
                    it.scopes().stream().sorted().map(OAuthScope::value).toList(), it.connectedAt().toString(), text(it.lastUsedAt()),
                    it.useCount(), text(it.frozenAt()), it.frozenBy());
        }
    }

    /** How much a client is used; moments are in ISO 8601. */
    public record Usage(
            String clientId, String label, boolean enabled, int persons, int connections, @Nullable String firstUsedAt,
            @Nullable String lastUsedAt, long useCount) {
        static Usage of(ClientUsage it) {
            return new Usage(
                    it.clientId(), it.label(), it.enabled(), it.persons(), it.connections(), text(it.firstUsedAt()), text(it.lastUsedAt()),
                    it.useCount());
        }
    }

    private static @Nullable String text(@Nullable Object moment) {
        return moment == null ? null : moment.toString();
    }
}
