package org.gatehouse.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.gatehouse.platform.database.Migrations;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL server of a test run: started with the first test that needs it, stopped with the run. Every test gets a database of its
 * own.
 */
public final class TestPostgres {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private TestPostgres() {}

    /** A database with Gatehouse's own tables and nobody in it. */
    public static DataSource empty() {
        DataSource dataSource = database();
        Migrations.migrate(dataSource, false);
        return dataSource;
    }

    /** A database with the people, objects and permissions of the demo organisation, and no records. */
    public static DataSource demoOrganisation() {
        DataSource dataSource = database();
        Migrations.migrate(dataSource, true);
        return dataSource;
    }

    /** A new, empty database. */
    public static DataSource database() {
        String name = "test" + NUMBER.incrementAndGet();
        EmbeddedPostgres running = server();
        try (Connection connection = running.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return running.getDatabase("postgres", name);
    }

    private static synchronized EmbeddedPostgres server() {
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
