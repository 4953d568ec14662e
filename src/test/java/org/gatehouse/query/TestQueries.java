package org.gatehouse.query;

import java.time.Duration;
import java.time.InstantSource;
import javax.crypto.spec.SecretKeySpec;
import org.gatehouse.testing.SampleWorld;

/** The query service without its container. */
public final class TestQueries {
    private TestQueries() {}

    /** A service that queries the world. */
    @SuppressWarnings("UnnecessaryAssignment") // Stands in for the container, which injects them on the server.
    public static QueryService service(SampleWorld world) {
        QueryService service = new QueryService();
        service.engine = world.queries(Duration.ofSeconds(30));
        service.permissions = world.permissions();
        service.cursors = new QueryCursors(
                () -> new SecretKeySpec(new byte[32], "AES"), new QueryConfiguration(Duration.ofSeconds(30)).cursorLifetime(), InstantSource.system());
        return service;
    }
}
