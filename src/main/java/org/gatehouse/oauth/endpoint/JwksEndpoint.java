package org.gatehouse.oauth.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.gatehouse.oauth.token.SigningKeys;

/** The public signing keys (RFC 7517 section 5). */
@ApplicationScoped
@Path("jwks")
public class JwksEndpoint {
    @Inject
    SigningKeys keys;

    @GET
    public Response jwks() {
        return OAuthResponses.document(keys.publicKeys().toJSONObject());
    }
}
