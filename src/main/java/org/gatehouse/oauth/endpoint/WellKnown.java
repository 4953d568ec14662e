package org.gatehouse.oauth.endpoint;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The JAX-RS application of the metadata documents (RFC 8615). */
@ApplicationPath("/.well-known")
public class WellKnown extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(AuthorizationServerMetadataEndpoint.class, ProtectedResourceMetadataEndpoint.class, UnexpectedFailures.class);
    }
}
