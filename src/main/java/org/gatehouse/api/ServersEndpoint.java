package org.gatehouse.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gatehouse.audit.AuditedCalls;
import org.gatehouse.catalog.ServerAdministration;
import org.gatehouse.catalog.ServerSettings;

/** The MCP servers. All are inactive until an administrator activates them. */
@Path("servers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ServersEndpoint {
    @Inject
    ApiRequest request;

    @EJB
    AuditedCalls calls;

    @EJB
    ServerAdministration servers;

    @GET
    @Operation(summary = "All MCP servers with their tools, and whether they are active")
    public List<ServerSettings> all() throws Exception {
        return calls.run(request.call("server.list", "", servers::all));
    }

    @POST
    @Path("{name:.+}/activate")
    @Operation(summary = "Lets callers reach a server, on every node, with the next request")
    public ServerSettings activate(@PathParam("name") String name) throws Exception {
        return calls.run(request.call("server.activate", name, () -> servers.setActive(name, true)));
    }

    @POST
    @Path("{name:.+}/deactivate")
    @Operation(summary = "Hides a server, on every node, from the next request on: it answers as if it did not exist")
    public ServerSettings deactivate(@PathParam("name") String name) throws Exception {
        return calls.run(request.call("server.deactivate", name, () -> servers.setActive(name, false)));
    }
}
