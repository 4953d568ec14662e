package org.gatehouse.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.gatehouse.testing.TestDatabases;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

class H2SettingsTest {
    /** With the setting, one in some thousand sessions keeps an old answer. */
    private static final int ROUNDS = 40_000;

    @Test
    void refusesADatabaseThatGivesOldResultsAgain() {
        DataSource database = JdbcConnectionPool.create("jdbc:h2:mem:caching;DATABASE_TO_LOWER=TRUE", "gatehouse", "gatehouse");

        assertThatThrownBy(() -> Migrations.migrate(database, false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Add ;QUERY_CACHE_SIZE=0 to GATEHOUSE_DB_URL");
    }

    @Test
    void whoAsksDuringAWriteSeesItAfterTheCommit() throws SQLException {
        DataSource database = TestDatabases.empty();
        try (Connection writer = database.getConnection();
                Connection reader = database.getConnection()) {
            writer.createStatement().execute("CREATE TABLE seen (id INTEGER PRIMARY KEY, state INTEGER)");
            writer.createStatement().execute("INSERT INTO seen VALUES (1, 0)");
            writer.setAutoCommit(false);
            reader.setAutoCommit(false);

            for (int round = 1; round <= ROUNDS; round++) {
                int state = round;
                var written = CompletableFuture.runAsync(() -> write(writer, state));
                read(reader);
                read(reader);
                written.join();
                reader.commit();

                assertThat(read(reader)).isEqualTo(round);
                reader.commit();
            }
        }
    }

    private static void write(Connection connection, int state) {
        try {
            connection.createStatement().execute("UPDATE seen SET state = " + state + " WHERE id = 1");
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int read(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT state FROM seen WHERE id = ?")) {
            query.setInt(1, 1);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
