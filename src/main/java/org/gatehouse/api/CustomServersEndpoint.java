package org.gatehouse.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gatehouse.audit.AuditedCalls;
import org.gatehouse.catalog.custom.CustomServer;
import org.gatehouse.catalog.custom.CustomServerService;
import org.gatehouse.catalog.custom.ServerDocument;
import org.gatehouse.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/** MCP servers that administrators compose: a draft is edited and published; activation is under /servers, as for every server. */
@Path("custom-servers")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CustomServersEndpoint {
    @Inject
    ApiRequest request;

    @EJB
    AuditedCalls calls;

    @EJB
    CustomServerService servers;

    @GET
    @Operation(summary = "All custom servers with draft, publication, differences and warnings")
    public List<CustomServer> all() throws Exception {
        return calls.run(request.call("custom-server.list", "", servers::all));
    }

    @GET
    @Path("{name}")
    @Operation(summary = "One custom server; its draft is also what an import into another installation takes")
    public CustomServer one(@PathParam("name") String name) throws Exception {
        return calls.run(request.call("custom-server.read", name, () -> servers.one(name)));
    }

    @GET
    @Path("{name}/versions/{number}")
    @Operation(summary = "The document of a published version")
    public ServerDocument version(@PathParam("name") String name, @PathParam("number") int number) throws Exception {
        return calls.run(request.call("custom-server.read", name, () -> servers.published(name, number)));
    }

    @POST
    @Operation(summary = "Makes a custom server with a draft; nobody reaches it before it is published and active")
    public Response create(Draft draft) throws Exception {
        CustomServer created =
                calls.run(request.call("custom-server.create", draft.named(), () -> servers.create(draft.named(), draft.required(), request.caller().username())));
        return Response.status(Response.Status.CREATED).entity(created).build();
    }

    @PUT
    @Path("{name}")
    @Operation(summary = "Changes the draft; names the version it was read at. Callers get what was published, active or not as before")
    public CustomServer edit(@PathParam("name") String name, Draft draft) throws Exception {
        return calls.run(request.call("custom-server.edit", name, () -> servers.edit(name, draft.at(), draft.required(), request.caller().username())));
    }

    @POST
    @Path("{name}/publish")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Publishes the draft of this version; an active server offers it with the next request")
    public CustomServer publish(@PathParam("name") String name, @QueryParam("version") int version) throws Exception {
        return calls.run(request.call("custom-server.publish", name, () -> servers.publish(name, version, request.caller().username())));
    }

    @DELETE
    @Path("{name}")
    @Operation(summary = "Deletes a server that is not active, with all its versions; names the version it was read at")
    public void delete(@PathParam("name") String name, @QueryParam("version") int version) throws Exception {
        calls.run(request.call("custom-server.delete", name, () -> {
            servers.delete(name, version);
            return name;
        }));
    }

    /**
     * What is saved.
     *
     * @param name for a new server
     * @param version the version of the draft that was read, for a change
     */
    public record Draft(@Nullable String name, @Nullable Integer version, @Nullable ServerDocument document) {
        String named() {
            return name == null ? "" : name;
        }

        int at() {
            if (version == null) {
                throw Violations.one("/version", "name the version that you read");
            }
            return version;
        }

        ServerDocument required() {
            if (document == null) {
                throw Violations.one("/document", "this is needed");
            }
            return document;
        }
    }
}
