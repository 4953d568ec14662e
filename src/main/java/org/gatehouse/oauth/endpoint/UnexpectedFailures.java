package org.gatehouse.oauth.endpoint;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Answers faults of the server as {@code server_error}: the cause goes to the log, never to the client. */
public class UnexpectedFailures implements ExceptionMapper<RuntimeException> {
    @Override
    public Response toResponse(RuntimeException failure) {
        if (failure instanceof WebApplicationException refusal) {
            return refusal.getResponse();
        }
        EndpointLog.LOG.failed(failure);
        return OAuthResponses.error(OAuth2Error.SERVER_ERROR);
    }
}
