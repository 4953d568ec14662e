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
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.permission.grants.GrantService;
import org.gatehouse.permission.grants.GrantSettings.SetGroup;

/** Groups of permission sets that are given together, and what each of them mutes. */
@Path("permission-set-groups")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PermissionSetGroupsEndpoint {
    @Inject
    ApiRequest request;

    @EJB
    AuditedCalls calls;

    @EJB
    GrantService grants;

    @GET
    @Operation(summary = "All groups of permission sets")
    public List<SetGroup> all() throws Exception {
        return calls.run(request.call("permission-set-group.list", "", grants::groups));
    }

    @GET
    @Path("{name}")
    @Operation(summary = "One group of permission sets")
    public SetGroup one(@PathParam("name") String name) throws Exception {
        return calls.run(request.call("permission-set-group.read", name, () -> grants.group(name)));
    }

    @POST
    @Operation(summary = "Makes a group of permission sets", description = "What its muting set names, the members do not grant to those who hold the group.")
    public Response create(SetGroup group) throws Exception {
        SetGroup created = calls.run(request.call(
                SystemPermission.MANAGE_USERS, "permission-set-group.create", String.valueOf(group.name()), () -> grants.create(group)));
        return Response.status(Response.Status.CREATED).entity(created).build();
    }

    @PUT
    @Path("{name}")
    @Operation(summary = "Replaces a group; names the version it was read at")
    public SetGroup change(@PathParam("name") String name, SetGroup group) throws Exception {
        return calls.run(request.call(SystemPermission.MANAGE_USERS, "permission-set-group.update", name, () -> grants.change(name, group)));
    }

    @DELETE
    @Path("{name}")
    @Operation(summary = "Deletes a group that nobody holds; names the version it was read at")
    public void delete(@PathParam("name") String name, @QueryParam("version") int version) throws Exception {
        calls.run(request.call(SystemPermission.MANAGE_USERS, "permission-set-group.delete", name, () -> {
            grants.deleteGroup(name, version);
            return name;
        }));
    }
}
