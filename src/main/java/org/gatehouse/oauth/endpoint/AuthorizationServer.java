package org.gatehouse.oauth.endpoint;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The JAX-RS application of the OAuth endpoints. */
@ApplicationPath("/oauth2")
public class AuthorizationServer extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                AuthorizationEndpoint.class,
                TokenEndpoint.class,
                RevocationEndpoint.class,
                IntrospectionEndpoint.class,
                RegistrationEndpoint.class,
                JwksEndpoint.class,
                UnexpectedFailures.class);
    }
}
