package org.gatehouse.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import org.gatehouse.oauth.bearer.BearerChallenge;
import org.gatehouse.oauth.token.ProtectedResource;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/** Turns whatever goes wrong into problem details (RFC 9457), without a stack trace or database text. */
@Provider
public class ApiProblems implements ExceptionMapper<Throwable> {
    @Inject
    BearerChallenge challenge;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException http) {
            int status = http.getResponse().getStatus();
            return answer(status, "HTTP_" + status, "The request does not fit this interface; see /openapi.").build();
        }
        Throwable cause = failure instanceof EJBException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof ProblemException known ? answer(known.problem()) : unexpected(failure);
    }

    private Response answer(Problem problem) {
        Response.ResponseBuilder answer = answer(problem.status(), problem);
        return switch (problem) {
            case Problem.InvalidToken invalid ->
                answer.header(BearerChallenge.HEADER, challenge.invalidToken(ProtectedResource.API_PATH)).build();
            case Problem.InsufficientScope insufficient ->
                answer.header(BearerChallenge.HEADER, challenge.insufficientScope(ProtectedResource.API_PATH, insufficient.required())).build();
            default -> answer.build();
        };
    }

    private static Response.ResponseBuilder answer(int status, Problem problem) {
        ObjectNode body = body(status, problem.code(), problem.message());
        if (problem instanceof Problem.InvalidArguments(var message, var violations)) {
            var list = body.putArray("violations");
            violations.forEach(violation -> list.addObject().put("location", violation.location()).put("message", violation.message()));
        }
        return response(status, body);
    }

    private static Response.ResponseBuilder answer(int status, String code, String detail) {
        return response(status, body(status, code, detail));
    }

    private static Response unexpected(Throwable failure) {
        String reference = UUID.randomUUID().toString();
        ApiLog.LOG.failed(reference, failure);
        return answer(500, new Problem.Internal(reference)).build();
    }

    private static ObjectNode body(int status, String code, String detail) {
        return Json.object().put("type", "about:blank").put("status", status).put("code", code).put("detail", detail);
    }

    private static Response.ResponseBuilder response(int status, ObjectNode body) {
        return Response.status(status)
                .type("application/problem+json")
                .header("Cache-Control", "no-store")
                .entity(Json.write(body));
    }
}
