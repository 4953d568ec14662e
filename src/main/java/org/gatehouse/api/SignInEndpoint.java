package org.gatehouse.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gatehouse.audit.AuditedCalls;
import org.gatehouse.identity.Lockout;
import org.gatehouse.identity.LoginHistory;
import org.gatehouse.identity.LoginRecord;
import org.jspecify.annotations.Nullable;

/** How people sign in: their history, and the end of a lock. */
@Path("users/{id}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SignInEndpoint {
    @Inject
    ApiRequest request;

    @EJB
    AuditedCalls calls;

    @EJB
    LoginHistory history;

    @Inject
    Lockout lockout;

    @GET
    @Path("logins")
    @Operation(summary = "A person's sign-ins and failures with their reasons, newest first; the next page starts before the last id")
    public List<Line> logins(
            @PathParam("id") String userId, @QueryParam("before") @Nullable Long before, @QueryParam("limit") @DefaultValue("100") int limit)
            throws Exception {
        return calls.run(request.call(
                "login.list", userId, () -> history.of(userId, before, limit).stream().map(Line::of).toList()));
    }

    @POST
    @Path("unlock")
    @Operation(summary = "Ends the lock of an account before its time")
    public void unlock(@PathParam("id") String userId) throws Exception {
        calls.run(request.call("user.unlock", userId, () -> {
            lockout.unlock(userId);
            return userId;
        }));
    }

    /** A line of the history; moments are in ISO 8601. */
    public record Line(
            long id, String occurredAt, String username, String clientAddress, @Nullable String userAgent, String way, String outcome,
            String reason) {
        static Line of(LoginRecord it) {
            return new Line(
                    it.id(), it.occurredAt().toString(), it.username(), it.clientAddress(), it.userAgent(), it.way().name(),
                    it.outcome().name(), it.reason().name());
        }
    }
}
