package org.gatehouse.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gatehouse.audit.AuditedCalls;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.record.AccessExplanation;
import org.gatehouse.record.AccessExplanationService;
import org.gatehouse.record.AccessExplanationService.Question;
import org.jspecify.annotations.Nullable;

/** Why somebody may do something, or may not. */
@Path("access")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AccessEndpoint {
    @Inject
    ApiRequest request;

    @EJB
    AuditedCalls calls;

    @EJB
    AccessExplanationService explanations;

    @GET
    @Path("overview")
    @Operation(
            summary = "What a person, or an agent for them, may do with each object",
            description = "Name the user; the client and the server for what an agent may do. Takes the same permissions as an explanation.")
    public List<AccessExplanation> overview(
            @QueryParam("user") @Nullable String user, @QueryParam("client") @Nullable String client, @QueryParam("server") @Nullable String server)
            throws Exception {
        return calls.run(request.call(SystemPermission.MANAGE_USERS, "access.overview", String.valueOf(user), () -> {
            request.require(SystemPermission.VIEW_ALL_DATA);
            return explanations.overview(
                    required("user", user), Optional.ofNullable(client), Optional.ofNullable(server), request.caller().accessVersion());
        }));
    }

    @GET
    @Path("explanation")
    @Operation(
            summary = "What a person, or an agent for them, may do with an object, a field, a record, and what decided",
            description = "Name the user and the object; the client and the server for what an agent may do; a field; a record's id. Takes Manage Users"
                    + " and View All Data beside Customize Application, because the answer tells of records.")
    public AccessExplanation explain(
            @QueryParam("user") @Nullable String user,
            @QueryParam("client") @Nullable String client,
            @QueryParam("server") @Nullable String server,
            @QueryParam("object") @Nullable String object,
            @QueryParam("field") @Nullable String field,
            @QueryParam("record") @Nullable String record)
            throws Exception {
        return calls.run(request.call(SystemPermission.MANAGE_USERS, "access.explain", user + " " + object, () -> {
            request.require(SystemPermission.VIEW_ALL_DATA);
            Question question = new Question(
                    required("user", user), Optional.ofNullable(client), Optional.ofNullable(server), required("object", object),
                    Optional.ofNullable(field), Optional.ofNullable(record));
            return explanations.explain(question, request.caller().accessVersion());
        }));
    }

    private static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new ProblemException(
                    new Problem.InvalidArguments("The question is not complete.", List.of(new Problem.Violation("?" + name, "name it"))));
        }
        return value;
    }
}
