package org.gatehouse.testing;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.gatehouse.platform.database.Migrations;
import org.h2.jdbcx.JdbcConnectionPool;

/** Databases for tests: in memory, migrated, each a new one. */
public final class TestDatabases {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestDatabases() {}

    /** An H2 database with Gatehouse's own tables and nobody in it. */
    public static DataSource empty() {
        DataSource dataSource = h2();
        Migrations.migrate(dataSource, false);
        return dataSource;
    }

    /** An H2 database with the people, objects and permissions of the demo organisation, and no records. */
    public static DataSource demoOrganisation() {
        DataSource dataSource = h2();
        Migrations.migrate(dataSource, true);
        return dataSource;
    }

    private static DataSource h2() {
        String url = "jdbc:h2:mem:test" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
        return JdbcConnectionPool.create(url, "gatehouse", "gatehouse");
    }
}
