package org.gatehouse.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.gatehouse.platform.database.Migrations;
import org.h2.jdbcx.JdbcConnectionPool;

/** Databases for tests: in memory, migrated, each a new one. */
public final class TestDatabases {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Map<Boolean, String> SCRIPTS = new HashMap<>();

    private TestDatabases() {}

    /** An H2 database with Gatehouse's own tables and nobody in it. */
    public static DataSource empty() {
        return copyOf(false);
    }

    /** An H2 database with the people, objects and permissions of the demo organisation, and no records. */
    public static DataSource demoOrganisation() {
        return copyOf(true);
    }

    /** What migrated one database, written down as a script: thousands of tests want one each. */
    private static synchronized DataSource copyOf(boolean demo) {
        String script = SCRIPTS.computeIfAbsent(demo, it -> {
            DataSource first = h2();
            Migrations.migrate(first, demo);
            String file = "memFS:" + (demo ? "demo.sql" : "gatehouse.sql");
            execute(first, "SCRIPT TO '" + file + "'");
            return file;
        });
        DataSource copy = h2();
        execute(copy, "RUNSCRIPT FROM '" + script + "'");
        return copy;
    }

    private static void execute(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DataSource h2() {
        String url = "jdbc:h2:mem:test" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=20000;QUERY_CACHE_SIZE=0";
        return JdbcConnectionPool.create(url, "gatehouse", "gatehouse");
    }
}
