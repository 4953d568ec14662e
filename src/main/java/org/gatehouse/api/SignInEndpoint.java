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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gatehouse.audit.Actor;
import org.gatehouse.audit.AuditedCalls;
import org.gatehouse.identity.Caller;
import org.gatehouse.identity.Lockout;
import org.gatehouse.identity.LoginHistory;
import org.gatehouse.identity.LoginRecord;
import org.gatehouse.identity.Sessions;
import org.gatehouse.identity.SignInSession;
import org.gatehouse.identity.SignInSessions;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
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

    @Inject
    Sessions sessions;

    @EJB
    SignInSessions known;

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

    @GET
    @Path("sessions")
    @Operation(summary = "The browsers in which a person is signed in, the latest first")
    public List<OpenSession> sessions(@PathParam("id") String userId) throws Exception {
        return calls.run(request.call("session.list", userId, () -> sessions.of(userId).stream().map(OpenSession::of).toList()));
    }

    @DELETE
    @Path("sessions/{session}")
    @Operation(summary = "Ends one session, on every node, with the next request of its browser")
    public void end(@PathParam("id") String userId, @PathParam("session") String session) throws Exception {
        calls.run(request.call("session.end", userId, () -> {
            Caller caller = request.caller();
            Actor actor = new Actor(caller.userId(), caller.username(), caller.clientId(), caller.grantId(), request.address().toString());
            if (!known.end(userId, session, "session.end", actor)) {
                throw new ProblemException(new Problem.NotFound(Problem.Thing.SESSION, session, "The person has no such session."));
            }
            return session;
        }));
    }

    /** A session; the moment is in ISO 8601. */
    public record OpenSession(String id, String since, String clientAddress, @Nullable String userAgent) {
        static OpenSession of(SignInSession session) {
            return new OpenSession(session.id(), session.since().toString(), session.clientAddress(), session.userAgent());
        }
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
