package org.gatehouse.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
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
import org.gatehouse.catalog.limit.BudgetUse;
import org.gatehouse.catalog.limit.Budgets;
import org.gatehouse.catalog.limit.Limit;
import org.gatehouse.catalog.limit.LimitService;
import org.gatehouse.platform.problem.Violations;

/** Limits on what agents use: calls, rows and bytes, per client, person, server and tool, in a minute, an hour or a day. */
@Path("limits")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LimitsEndpoint {
    private static final int MOST_BUDGETS = 1_000;

    @Inject
    ApiRequest request;

    @EJB
    AuditedCalls calls;

    @EJB
    LimitService limits;

    @Inject
    Budgets budgets;

    @GET
    @Operation(summary = "All limits, those that are switched off included")
    public List<Limit> all() throws Exception {
        return calls.run(request.call("limit.list", "", limits::all));
    }

    @GET
    @Path("usage")
    @Operation(
            summary = "The budgets in use on the node that answers, the fullest first",
            description = "Each node counts by itself. A budget of which nothing was used is not listed.")
    public List<BudgetUse> usage(@QueryParam("limit") @DefaultValue("") String limit, @QueryParam("top") @DefaultValue("100") int top) throws Exception {
        return calls.run(request.call("limit.usage", limit, () -> budgets.inUse(limit, Math.clamp(top, 1, MOST_BUDGETS))));
    }

    @GET
    @Path("{name}")
    @Operation(summary = "One limit")
    public Limit one(@PathParam("name") String name) throws Exception {
        return calls.run(request.call("limit.read", name, () -> limits.one(name)));
    }

    @POST
    @Operation(summary = "Makes a limit, which holds from the next request on")
    public Response create(Limit limit) throws Exception {
        Limit created = calls.run(request.call("limit.create", limit.name(), () -> limits.create(limit)));
        return Response.status(Response.Status.CREATED).entity(created).build();
    }

    @PUT
    @Path("{name}")
    @Operation(
            summary = "Replaces a limit; names the version it was read at",
            description = "Where size, measure, window or what it is for changes, its budgets begin anew.")
    public Limit update(@PathParam("name") String name, Limit limit) throws Exception {
        return calls.run(request.call("limit.update", name, () -> {
            if (!limit.name().equals(name)) {
                throw Violations.one("/name", "the limit of this address is called " + name);
            }
            return limits.update(limit);
        }));
    }

    @DELETE
    @Path("{name}")
    @Operation(summary = "Takes a limit away; names the version it was read at")
    public void delete(@PathParam("name") String name, @QueryParam("version") int version) throws Exception {
        calls.run(request.call("limit.delete", name, () -> {
            limits.delete(name, version);
            return name;
        }));
    }
}
