package org.gatehouse.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.gatehouse.testing.TestDatabases;
import org.gatehouse.testing.TestPostgres;
import org.gatehouse.testing.Transactions;
import org.junit.jupiter.api.Test;

/** What PostgreSQL knows of who is behind a statement. */
class CallNamesTest {
    private static final CallOrigin ADA = new CallOrigin("grant-1", "ada", "claude");
    private static final String NAME = "SELECT current_setting('application_name')";

    private final List<String> namings = Collections.synchronizedList(new ArrayList<>());
    private final DataSource pool = TestPostgres.empty();
    private final RunningCalls calls = new RunningCalls();

    @Test
    void theStatementsOfACallStandUnderItsPersonAndApp() {
        var world = new OneConnection();

        String seen = world.transactions.run(() -> calls.run(ADA, "call", world::name));

        assertThat(seen).isEqualTo("ada via claude");
    }

    @Test
    void othersSeeItWhileTheCallRuns() {
        var world = new OneConnection();
        var other = new Database(pool);

        int seen = world.transactions.run(() -> calls.run(ADA, "call", () -> {
            world.name();
            return other.sql().fetchCount(other.sql().selectOne().from("pg_stat_activity").where("application_name = 'ada via claude'"));
        }));

        assertThat(seen).isEqualTo(1);
    }

    @Test
    void noConnectionGoesBackToThePoolWithANameOnIt() {
        var world = new OneConnection();
        String before = world.transactions.run(world::name);

        world.transactions.run(() -> calls.run(ADA, "call", world::name));
        assertThat(world.transactions.run(world::name)).as("committed").isEqualTo(before);

        assertThatThrownBy(() -> world.transactions.run(() -> calls.run(ADA, "call", () -> {
            world.name();
            throw new IllegalStateException("undone");
        }))).hasMessage("undone");
        assertThat(world.transactions.run(world::name)).as("rolled back").isEqualTo(before);

        assertThatThrownBy(() -> world.transactions.run(() -> calls.run(ADA, "call", () -> world.database.sql().fetch("SELECT 1 / 0")))).isInstanceOf(Exception.class);
        assertThat(world.transactions.run(world::name)).as("failed").isEqualTo(before);
    }

    @Test
    void theNextCallOnTheSameConnectionHasItsOwnName() {
        var world = new OneConnection();

        List<String> seen = world.transactions.run(() -> List.of(
                calls.run(ADA, "one", world::name), calls.run(new CallOrigin("grant-2", "bob", "cursor"), "two", world::name)));

        assertThat(seen).containsExactly("ada via claude", "bob via cursor");
    }

    @Test
    void aTransactionIsNamedOnceWhateverItsNumberOfStatements() {
        var world = new OneConnection();

        world.transactions.run(() -> calls.run(ADA, "call", () -> {
            for (int i = 0; i < 20; i++) {
                world.name();
            }
            return true;
        }));

        assertThat(namings).hasSize(1);
    }

    @Test
    void whatIsNoCallCostsNothing() {
        var world = new OneConnection();

        world.transactions.run(world::name);
        calls.run(ADA, "call", world::name);

        assertThat(namings).as("in no call, and in no transaction").isEmpty();
    }

    /** A client chooses its own id, and operators read logs line by line. */
    @Test
    void aNameForgesNoLineAndIsCutToWhatPostgresKeeps() {
        var world = new OneConnection();
        var forged = new CallOrigin("grant-1", "ada\nERROR: x", "https://agent.example/" + "ü".repeat(80));

        String seen = world.transactions.run(() -> calls.run(forged, "call", world::name));

        assertThat(seen).isEqualTo("ada?ERROR: x via https://agent.example/" + "?".repeat(24)).hasSize(63);
        assertThat(world.transactions.run(() -> calls.run(new CallOrigin("g", "', true); DROP", "x"), "call", world::name))).isEqualTo("', true); DROP via x");
        assertThat(new CallOrigin("g", "p".repeat(80), "claude").applicationName()).isEqualTo("p".repeat(36) + " via claude");
    }

    @Test
    void h2IsNotAsked() {
        var transactions = new Transactions(TestDatabases.empty());
        var database = new Database(transactions.dataSource(), calls);

        assertThat(transactions.run(() -> calls.run(ADA, "call", () -> database.sql().fetchValue("SELECT 1")))).isEqualTo(1);
    }

    /** A pool of one connection, which notes when it is told a name. */
    private final class OneConnection {
        final Transactions transactions;
        final Database database;

        OneConnection() {
            try {
                Connection only = pool.getConnection();
                Connection noted = proxy(Connection.class, only, "close");
                transactions = new Transactions(proxy(DataSource.class, pool, "getConnection", noted));
                database = new Database(transactions.dataSource(), calls);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        String name() {
            return String.valueOf(database.sql().fetchValue(NAME));
        }

        private <T> T proxy(Class<T> type, Object target, String method, Object... answer) {
            return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
                if (called.getName().equals(method)) {
                    return answer.length == 0 ? null : answer[0];
                }
                if (called.getName().equals("prepareStatement") && arguments[0].toString().contains("set_config")) {
                    namings.add(arguments[0].toString());
                }
                try {
                    return called.invoke(target, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getTargetException();
                }
            }));
        }
    }
}
