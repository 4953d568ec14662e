package org.gatehouse.testing;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.gatehouse.platform.database.Migrations;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL server of a test run: started with the first test that needs it, stopped with the run. Every test gets a database of its
 * own. A run with {@code -Dtests.h2-only=true} leaves out the tests that need it.
 */
public final class TestPostgres {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Map<Boolean, String> TEMPLATES = new HashMap<>();
    private static @Nullable EmbeddedPostgres server;
    private static @Nullable KeptConnections connections;

    private TestPostgres() {}

    /** A database with Gatehouse's own tables and nobody in it. */
    public static DataSource empty() {
        return copyOf(false);
    }

    /** A database with the people, objects and permissions of the demo organisation, and no records. */
    public static DataSource demoOrganisation() {
        return copyOf(true);
    }

    /** A new, empty database. */
    public static DataSource database() {
        return next("template1");
    }

    /** A copy of a database that was migrated once: thousands of tests want one each. */
    private static synchronized DataSource copyOf(boolean demo) {
        String template = TEMPLATES.computeIfAbsent(demo, it -> {
            String name = demo ? "demo" : "gatehouse";
            create(name, "template1");
            // No connection to it may be left open: nobody else may be in a database that is copied.
            Migrations.migrate(server().getDatabase("postgres", name), demo);
            return name;
        });
        return next(template);
    }

    private static DataSource next(String template) {
        String name = "test" + NUMBER.incrementAndGet();
        create(name, template);
        return connections().to(name);
    }

    private static void create(String name, String template) {
        try (Connection connection = server().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized KeptConnections connections() {
        if (connections == null) {
            connections = new KeptConnections(server().getPort());
        }
        return connections;
    }

    private static synchronized EmbeddedPostgres server() {
        assumeFalse(Boolean.getBoolean("tests.h2-only"), "This run is about one database product.");
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return server;
    }
}
