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
import org.gatehouse.permission.grants.GrantSettings.PermissionSet;

/** Permission sets, those of profiles included: what they grant of objects, fields and the system. */
@Path("permission-sets")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PermissionSetsEndpoint {
    @Inject
    ApiRequest request;

    @EJB
    AuditedCalls calls;

    @EJB
    GrantService grants;

    @GET
    @Operation(summary = "All permission sets with what they grant")
    public List<PermissionSet> all() throws Exception {
        return calls.run(request.call("permission-set.list", "", grants::sets));
    }

    @GET
    @Path("{name}")
    @Operation(summary = "One permission set")
    public PermissionSet one(@PathParam("name") String name) throws Exception {
        return calls.run(request.call("permission-set.read", name, () -> grants.set(name)));
    }

    @POST
    @Operation(summary = "Makes a permission set; one that names a profile makes the profile as well")
    public Response create(PermissionSet set) throws Exception {
        PermissionSet created = calls.run(request.call(
                SystemPermission.MANAGE_USERS, "permission-set.create", String.valueOf(set.name()), () -> grants.create(set)));
        return Response.status(Response.Status.CREATED).entity(created).build();
    }

    @PUT
    @Path("{name}")
    @Operation(summary = "Replaces what a set grants; names the version it was read at. Refused if nobody would be left who can administer")
    public PermissionSet change(@PathParam("name") String name, PermissionSet set) throws Exception {
        return calls.run(request.call(SystemPermission.MANAGE_USERS, "permission-set.update", name, () -> grants.change(name, set)));
    }

    @DELETE
    @Path("{name}")
    @Operation(summary = "Deletes a set that nobody and nothing holds; names the version it was read at")
    public void delete(@PathParam("name") String name, @QueryParam("version") int version) throws Exception {
        calls.run(request.call(SystemPermission.MANAGE_USERS, "permission-set.delete", name, () -> {
            grants.delete(name, version);
            return name;
        }));
    }
}
