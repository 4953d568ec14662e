package org.gatehouse.oauth.endpoint;

import com.nimbusds.oauth2.sdk.GeneralException;
import jakarta.ejb.EJB;
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
import org.gatehouse.oauth.client.ClientCredentials;
import org.gatehouse.oauth.grant.TokenService;
import org.gatehouse.oauth.registration.DescribedClients;
import org.gatehouse.platform.network.ClientAddresses;

/** The token endpoint (RFC 6749 section 3.2). */
@ApplicationScoped
@Path("token")
public class TokenEndpoint {
    @EJB
    TokenService service;

    @Inject
    DescribedClients described;

    @Inject
    ClientAddresses addresses;

    @POST
    public Response token(@Context HttpServletRequest request, InputStream body) throws IOException {
        try {
            var form = FormRequest.read(request.getQueryString(), request.getContentType(), body);
            var authorization = Collections.list(request.getHeaders("Authorization"));
            described.beforeAuthentication(ClientCredentials.parse(authorization, form).clientId(), addresses.of(request));
            return OAuthResponses.of(service.token(authorization, form, addresses.of(request)));
        } catch (GeneralException e) {
            return OAuthResponses.error(e.getErrorObject());
        }
    }
}
