package org.gatehouse.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gatehouse.audit.AuditedCalls;
import org.gatehouse.oauth.grant.BulkRevocation;
import org.gatehouse.oauth.grant.ConnectionService;
import org.gatehouse.oauth.grant.RevocationTarget;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.Problem.Violation;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Ending many connections at once. */
@Path("revocations")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RevocationsEndpoint {
    private static final int NEWEST = 100;

    @Inject
    ApiRequest request;

    @EJB
    AuditedCalls calls;

    @EJB
    ConnectionService connections;

    @POST
    @Operation(summary = "Ends all connections of a client, of a person, of all who have a profile, or all there are; they are refused from now on, lists follow")
    public Response start(Target target) throws Exception {
        RevocationTarget wanted = target.parse();
        Progress progress = calls.run(request.call(
                "connection.end-all", String.valueOf(wanted), () -> Progress.of(connections.endAll(wanted, request.caller().username()))));
        return Response.accepted(progress).build();
    }

    @GET
    @Operation(summary = "The newest of them")
    public List<Progress> newest() throws Exception {
        return calls.run(request.call(
                "revocation.list", "", () -> connections.revocations(NEWEST).stream().map(Progress::of).toList()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "How far one of them is in marking the connections as ended")
    public Progress one(@PathParam("id") String id) throws Exception {
        return calls.run(request.call("revocation.read", id, () -> connections.revocation(id).map(Progress::of)
                .orElseThrow(() -> new ProblemException(
                        new Problem.NotFound(Problem.Thing.REVOCATION, id, "There is no such revocation.")))));
    }

    /** Whose connections: exactly one of the four. */
    public record Target(@Nullable String client, @Nullable String user, @Nullable String profile, @Nullable Boolean everything) {
        RevocationTarget parse() {
            if (Stream.of(client, user, profile, everything).filter(Objects::nonNull).count() == 1) {
                if (client != null) {
                    return new RevocationTarget.OfClient(client);
                }
                if (user != null) {
                    return new RevocationTarget.OfPerson(user);
                }
                if (profile != null) {
                    return new RevocationTarget.OfProfile(profile);
                }
                if (Boolean.TRUE.equals(everything)) {
                    return new RevocationTarget.Everything();
                }
            }
            throw new ProblemException(new Problem.InvalidArguments(
                    "The target is not clear.", List.of(new Violation("", "Name exactly one: client, user, profile, or everything as true."))));
        }
    }

    /** A revocation; moments are in ISO 8601. {@code reason} is {@code administrator} or {@code password-change}. {@code total} is there once counted, {@code finishedAt} once all are marked. */
    public record Progress(
            String id, String target, String reason, String requestedBy, String requestedAt, @Nullable Long total, long done, @Nullable String finishedAt) {
        static Progress of(BulkRevocation it) {
            String target = switch (it.target()) {
                case RevocationTarget.Everything() -> "everything";
                case RevocationTarget.OfClient(var id) -> "client " + id;
                case RevocationTarget.OfPerson(var id) -> "user " + id;
                case RevocationTarget.OfProfile(var name) -> "profile " + name;
            };
            String finished = it.finishedAt() == null ? null : it.finishedAt().toString();
            return new Progress(it.id(), target, it.reason(), it.requestedBy(), it.requestedAt().toString(), it.total(), it.done(), finished);
        }
    }
}
