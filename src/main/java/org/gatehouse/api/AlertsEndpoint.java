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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gatehouse.audit.AuditedCalls;
import org.gatehouse.audit.alert.Alert;
import org.gatehouse.audit.alert.AlertService;
import org.gatehouse.audit.alert.RaisedAlert;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/** Alerts: searches over events that tell, or freeze the connection, when they find too many; and what they have told. */
@Path("alerts")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AlertsEndpoint {
    private static final Duration LATELY = Duration.ofDays(1);

    @Inject
    ApiRequest request;

    @Inject
    InstantSource clock;

    @EJB
    AuditedCalls calls;

    @EJB
    AlertService alerts;

    @GET
    @Operation(summary = "All alerts, those that are switched off included")
    public List<Alert> all() throws Exception {
        return calls.run(request.call("alert.list", "", alerts::all));
    }

    @GET
    @Path("raised")
    @Operation(summary = "The alerts that were raised, the newest first; those of the last day, or from a moment on")
    public List<RaisedAlert> raised(@QueryParam("from") @Nullable String from, @QueryParam("limit") @DefaultValue("100") int limit) throws Exception {
        return calls.run(request.call(SystemPermission.VIEW_EVENT_LOG_FILES, "alert.list-raised", "", () -> {
            Instant since = from == null ? clock.instant().minus(LATELY) : QueryTexts.instant("from", from);
            return alerts.raisedSince(since, limit);
        }));
    }

    @GET
    @Path("{name}")
    @Operation(summary = "One alert")
    public Alert one(@PathParam("name") String name) throws Exception {
        return calls.run(request.call("alert.read", name, () -> alerts.one(name)));
    }

    @POST
    @Operation(summary = "Makes an alert, which counts the events that come from now on")
    public Response create(Alert alert) throws Exception {
        Alert created = calls.run(request.call("alert.create", alert.name(), () -> alerts.create(alert)));
        return Response.status(Response.Status.CREATED).entity(created).build();
    }

    @PUT
    @Path("{name}")
    @Operation(summary = "Replaces an alert; names the version it was read at", description = "It begins to count anew.")
    public Alert update(@PathParam("name") String name, Alert alert) throws Exception {
        return calls.run(request.call("alert.update", name, () -> {
            if (!alert.name().equals(name)) {
                throw Violations.one("/name", "the alert of this address is called " + name);
            }
            return alerts.update(alert);
        }));
    }

    @DELETE
    @Path("{name}")
    @Operation(
            summary = "Takes an alert away; names the version it was read at",
            description = "What it has raised stays in the event log, and what it has frozen is frozen.")
    public void delete(@PathParam("name") String name, @QueryParam("version") int version) throws Exception {
        calls.run(request.call("alert.delete", name, () -> {
            alerts.delete(name, version);
            return name;
        }));
    }
}
