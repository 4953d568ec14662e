package org.gatehouse.bench;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.gatehouse.metadata.ObjectCatalogs;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.permission.PermissionEngine;
import org.gatehouse.permission.sharing.GroupMemberships;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.database.Migrations;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** 2,000 people, 40 roles and 20 sharing rules over many accounts, in a PostgreSQL database of their own. */
final class BigOrganisation {
    /** Of no use but to be the same everywhere: nothing changes the configuration here. */
    private static final long VERSION = 1;

    private final DataSource dataSource;
    private final Database database;

    private BigOrganisation(DataSource dataSource) {
        this.dataSource = dataSource;
        this.database = new Database(pooled(dataSource));
    }

    /** With connections that are used again, as a server has them. */
    private static DataSource pooled(DataSource dataSource) {
        PGSimpleDataSource plain = (PGSimpleDataSource) dataSource;
        PGConnectionPoolDataSource connections = new PGConnectionPoolDataSource();
        connections.setUrl(plain.getUrl());
        connections.setUser(plain.getUser());
        connections.setPassword(plain.getPassword());
        return JdbcConnectionPool.create(connections);
    }

    /** An organisation with that many accounts, drawn from the seed. */
    static BigOrganisation make(EmbeddedPostgres server, long seed, int accounts) throws SQLException, IOException {
        String name = "accounts_" + accounts;
        execute(server.getPostgresDatabase(), "CREATE DATABASE " + name);
        DataSource dataSource = server.getDatabase("postgres", name);
        Migrations.migrate(dataSource, true);
        execute(dataSource, script("organisation.sql").replace("${seed}", Long.toString(seed)).replace("${accounts}", Integer.toString(accounts)));
        BigOrganisation organisation = new BigOrganisation(dataSource);
        GroupMemberships.recompute(organisation.database.sql());
        // The start makes these for managed tables, and the demo's are.
        execute(dataSource, "CREATE INDEX lx_account_name ON records.account (lower(name))");
        for (String table : List.of("account", "contact", "opportunity")) {
            execute(dataSource, "CREATE INDEX ox_" + table + " ON records." + table + " (id COLLATE \"C\")");
        }
        execute(dataSource, "VACUUM ANALYZE");
        return organisation;
    }

    /** Lets PostgreSQL itself apply the same rules, to whoever asks as the role {@code agent}. */
    void secureRows() throws SQLException, IOException {
        execute(dataSource, script("row_security.sql"));
    }

    private static String script(String name) throws IOException {
        try (InputStream script = Objects.requireNonNull(BigOrganisation.class.getResourceAsStream("/bench/" + name))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Database database() {
        return database;
    }

    /** A connection as Gatehouse has them, which sees every row. */
    Connection open() throws SQLException {
        return dataSource.getConnection();
    }

    /** A connection that sees the rows which the policies open to that person. */
    Connection openSecured(String userId) throws SQLException {
        Connection connection = dataSource.getConnection();
        try (PreparedStatement person = connection.prepareStatement("SELECT set_config('app.user_id', ?, false)");
                Statement role = connection.createStatement()) {
            person.setString(1, userId);
            person.executeQuery().close();
            role.execute("SET ROLE agent");
        }
        return connection;
    }

    /** An engine that knows nobody yet. */
    PermissionEngine permissions() {
        return new PermissionEngine(database, new ObjectCatalogs(database), InstantSource.system());
    }

    EffectiveAccess access(String username) {
        return permissions().access(userId(username), VERSION);
    }

    String userId(String username) {
        return database.sql().select(APP_USER.ID).from(APP_USER).where(APP_USER.USERNAME.eq(username)).fetchSingle(APP_USER.ID);
    }
}
