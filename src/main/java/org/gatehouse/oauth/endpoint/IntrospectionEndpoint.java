package org.gatehouse.oauth.endpoint;

import com.nimbusds.oauth2.sdk.GeneralException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import org.gatehouse.oauth.bearer.Introspection;
import org.gatehouse.oauth.client.ClientCredentials;
import org.gatehouse.oauth.registration.DescribedClients;
import org.gatehouse.platform.network.ClientAddresses;

/** The introspection endpoint (RFC 7662 section 2). */
@ApplicationScoped
@Path("introspect")
public class IntrospectionEndpoint {
    @Inject
    DescribedClients described;

    @Inject
    ClientAddresses addresses;

    @Inject
    Introspection introspection;

    @POST
    public Response introspect(@Context HttpServletRequest request, InputStream body) throws IOException {
        try {
            var form = FormRequest.read(request.getQueryString(), request.getContentType(), body);
            var authorization = Collections.list(request.getHeaders("Authorization"));
            described.beforeAuthentication(ClientCredentials.parse(authorization, form).clientId(), addresses.of(request));
            return OAuthResponses.of(introspection.answer(authorization, form));
        } catch (GeneralException e) {
            return OAuthResponses.error(e.getErrorObject());
        }
    }
}
