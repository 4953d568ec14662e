package org.gatehouse.testing;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.gatehouse.demo.DemoRecords;
import org.gatehouse.identity.Caller;
import org.gatehouse.metadata.ObjectCatalogs;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.permission.PermissionEngine;
import org.gatehouse.platform.database.Database;
import org.gatehouse.query.QueryConfiguration;
import org.gatehouse.query.QueryEngine;
import org.gatehouse.query.QueryResult;

/** The demo organisation with its records, in a database of its own, and the way a person queries it. */
public final class SampleWorld {
    /** The moment at which the world asks; the records lie around it. */
    public static final Instant NOW = Instant.parse("2026-07-15T09:30:00Z");

    private static final int RECORDS = 600;
    private static final Map<Product, SampleWorld> SHARED = new EnumMap<>(Product.class);

    private final Transactions transactions;
    private final Database database;
    private final PermissionEngine permissions;
    private final QueryEngine queries;

    private SampleWorld(DataSource dataSource) {
        this.transactions = new Transactions(dataSource);
        this.database = new Database(transactions.dataSource());
        DemoRecords.install(database, RECORDS);
        this.permissions = new PermissionEngine(database, new ObjectCatalogs(database), InstantSource.system());
        this.queries = queries(Duration.ofSeconds(30));
    }

    /** A database product that Gatehouse runs on. */
    public enum Product {
        H2,
        POSTGRESQL
    }

    /** The world that tests share as long as they only read. */
    public static synchronized SampleWorld shared(Product product) {
        return SHARED.computeIfAbsent(product, SampleWorld::own);
    }

    /** A world for one test, which may change it. */
    public static SampleWorld own(Product product) {
        return new SampleWorld(
                switch (product) {
                    case H2 -> TestDatabases.demoOrganisation();
                    case POSTGRESQL -> TestPostgres.demoOrganisation();
                });
    }

    public Database database() {
        return database;
    }

    /** What runs work in one transaction. */
    public Transactions transactions() {
        return transactions;
    }

    /** A query engine that gives up after some time. */
    public QueryEngine queries(Duration timeout) {
        return new QueryEngine(database, new QueryConfiguration(timeout), InstantSource.fixed(NOW));
    }

    public EffectiveAccess access(String username) {
        return permissions.access(caller(username));
    }

    public PermissionEngine permissions() {
        return permissions;
    }

    /** A caller who signed in as that person, with the first version of the configuration. */
    public Caller caller(String username) {
        return new Caller(userId(username), username, "inspector", "grant", "http://localhost:8080/mcp/v1/platform/object-reads", Set.of("mcp_api"), 1);
    }

    /** What the person gets for a query. */
    public QueryResult query(String username, String soql) {
        return queries.run(soql, access(username));
    }

    public String userId(String username) {
        return database.sql().select(APP_USER.ID).from(APP_USER).where(APP_USER.USERNAME.eq(username)).fetchSingle(APP_USER.ID);
    }
}
