package org.gatehouse.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gatehouse.audit.AuditedCalls;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.permission.grants.GrantSettings.Person;
import org.gatehouse.permission.grants.PeopleService;

/** The people of the organisation. */
@Path("users")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class UsersEndpoint {
    private static final int MOST = 1_000;

    @Inject
    ApiRequest request;

    @EJB
    AuditedCalls calls;

    @EJB
    PeopleService people;

    @GET
    @Operation(summary = "People in the order of their user names; the next page starts after the last one")
    public List<Person> page(@QueryParam("after") @DefaultValue("") String after, @QueryParam("limit") @DefaultValue("100") int limit) throws Exception {
        return calls.run(request.call(SystemPermission.MANAGE_USERS, "user.list", "", () -> people.page(after, Math.clamp(limit, 1, MOST))));
    }

    @POST
    @Operation(summary = "Makes a person, who cannot sign in by a password before one is set")
    public Response create(Person person) throws Exception {
        Person created = calls.run(request.call(
                SystemPermission.MANAGE_USERS, "user.create", String.valueOf(person.username()), () -> people.create(person)));
        return Response.status(Response.Status.CREATED).entity(created).build();
    }
}
