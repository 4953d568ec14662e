package org.gatehouse.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gatehouse.audit.AuditedCalls;
import org.gatehouse.catalog.doctor.ConnectionDoctor;
import org.gatehouse.catalog.doctor.ConnectionQuestion;
import org.gatehouse.catalog.doctor.Diagnosis;
import org.gatehouse.permission.SystemPermission;
import org.jspecify.annotations.Nullable;

/** Why an agent does not get through. */
@Path("doctor")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DoctorEndpoint {
    @Inject
    ApiRequest request;

    @EJB
    AuditedCalls calls;

    @Inject
    ConnectionDoctor doctor;

    @POST
    @Operation(
            summary = "Tries a connection step by step, from discovery to permission, and says which step fails and what to do",
            description = "Name the client, or give the address that the agent opened in the browser. A user is needed for what depends on the person, and takes Manage"
                    + " Users beside Customize Application. Nothing is changed; the question is posted because such an address must not stand in an access log.")
    public Diagnosis diagnose(Question asked) throws Exception {
        ConnectionQuestion question = ConnectionQuestion.of(
                asked.client(), asked.user(), asked.server(), asked.redirectUri(), asked.address(), asked.secondFactor(), asked.opened());
        return calls.run(request.call("connection.diagnose", question.clientId(), () -> {
            if (question.username().isPresent()) {
                request.require(SystemPermission.MANAGE_USERS);
            }
            return doctor.examine(question);
        }));
    }

    /**
     * Which connection is asked about.
     *
     * @param opened the address that the agent opened in the browser; what it says counts before the rest
     */
    public record Question(
            @Nullable String client, @Nullable String user, @Nullable String server, @Nullable String redirectUri, @Nullable String address, boolean secondFactor,
            @Nullable String opened) {}
}
