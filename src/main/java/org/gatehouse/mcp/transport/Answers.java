package org.gatehouse.mcp.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.gatehouse.mcp.protocol.HttpAnswer;

/** Puts an answer into the form that the servlet or the JAX-RS side wants. */
final class Answers {
    private static final String JSON = "application/json";

    private Answers() {}

    static Response response(HttpAnswer answer) {
        Response.ResponseBuilder response = Response.status(answer.status());
        answer.headers().forEach(response::header);
        return answer.body().isEmpty() ? response.build() : response.type(JSON).entity(answer.body().getBytes(UTF_8)).build();
    }

    static void send(HttpAnswer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        if (!answer.body().isEmpty()) {
            response.setContentType(JSON);
        }
        response.getOutputStream().write(answer.body().getBytes(UTF_8));
    }
}
