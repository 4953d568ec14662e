package org.gatehouse.query;

import java.time.Duration;
import java.time.InstantSource;
import javax.crypto.spec.SecretKeySpec;
import org.gatehouse.permission.PermissionEngine;
import org.gatehouse.platform.database.Database;
import org.gatehouse.testing.SampleWorld;

/** The query service without its container. */
public final class TestQueries {
    private TestQueries() {}

    /** A service that queries the world. */
    public static QueryService service(SampleWorld world) {
        return service(
                world.queries(Duration.ofSeconds(30)), world.permissions(), new QueryConfiguration(Duration.ofSeconds(30)), InstantSource.system());
    }

    /** A service whose pages have so many rows. All such services seal their cursors with the same key. */
    public static QueryService paged(Database database, PermissionEngine permissions, int page, InstantSource clock) {
        QueryConfiguration configuration = new QueryConfiguration(Duration.ofSeconds(30), 100_000, 50, 30, page, 50_000, Duration.ofDays(2));
        return service(new QueryEngine(database, configuration, clock), permissions, configuration, clock);
    }

    @SuppressWarnings("UnnecessaryAssignment") // Stands in for the container, which injects them on the server.
    private static QueryService service(QueryEngine engine, PermissionEngine permissions, QueryConfiguration configuration, InstantSource clock) {
        QueryService service = new QueryService();
        service.engine = engine;
        service.permissions = permissions;
        service.cursors = new QueryCursors(() -> new SecretKeySpec(new byte[32], "AES"), configuration.cursorLifetime(), clock);
        return service;
    }
}
