package org.gatehouse.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.testing.SampleWorld.Product;
import org.gatehouse.testing.SampleWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An error that depends on a row would tell of rows that the caller may not see. So every test that the language has, on every field, with
 * values at the edge, must answer on both databases, and the same.
 */
class RowErrorsTest {
    private static final int BOMBS = 4;

    @ParameterizedTest
    @ValueSource(strings = {"admin", "rep.west.1"})
    void p23NoConditionFailsOnARowAndBothDatabasesAgree(String person) {
        SampleWorld h2 = SampleWorld.shared(Product.H2);
        SampleWorld postgresql = SampleWorld.shared(Product.POSTGRESQL);
        EffectiveAccess access = h2.access(person);
        List<String> queries =
                access.catalog().objects().stream().filter(access::canRead).flatMap(object -> queries(access, object)).toList();
        QueryEngine one = h2.queries(Duration.ofSeconds(30));
        QueryEngine other = postgresql.queries(Duration.ofSeconds(30));

        assertThat(queries).hasSizeGreaterThan(300);
        for (String query : queries) {
            assertThat(one.run(query, access).totalSize()).as(query).isEqualTo(other.run(query, access).totalSize());
        }
    }

    @Test
    void q12AQueryThatRunsTooLongIsEndedWithAPlainMessage() throws SQLException {
        var world = SampleWorld.own(Product.POSTGRESQL);
        var access = world.access("admin");
        var queries = world.queries(Duration.ofSeconds(1));

        world.database().sql().connection(locking -> {
            locking.setAutoCommit(false);
            lock(locking);

            var refusal = catchThrowableOfType(ProblemException.class, () -> queries.run("SELECT Id FROM Account", access));

            assertThat(refusal.problem().code()).isEqualTo("QUERY_TIMEOUT");
            assertThat(refusal.problem().message()).contains("1 second").doesNotContain("canceling", "SQL");
            locking.rollback();
        });
    }

    /** Costly queries of one person end by themselves, and meanwhile another is answered. */
    @Test
    void q12WhileTheQueriesOfOneRunIntoTheirTimeAnotherIsAnswered() throws Exception {
        var world = SampleWorld.own(Product.POSTGRESQL);
        var costly = world.access("admin");
        var other = world.access("rep.west.1");
        var queries = world.queries(Duration.ofSeconds(8));

        try (ExecutorService bombs = Executors.newFixedThreadPool(BOMBS); Connection locking = world.transactions().pool().getConnection()) {
            locking.setAutoCommit(false);
            lock(locking);
            List<Future<String>> running = IntStream.range(0, BOMBS)
                    .mapToObj(i -> bombs.submit(() -> catchThrowableOfType(
                                    ProblemException.class, () -> queries.run("SELECT Id, (SELECT Id FROM Contacts) FROM Account", costly))
                            .problem().code()))
                    .toList();
            while (waiting(locking) < BOMBS && running.stream().noneMatch(Future::isDone)) {
                Thread.onSpinWait();
            }

            assertThat(queries.run("SELECT COUNT() FROM Opportunity", other).totalSize()).isPositive();
            assertThat(running).as("they run still, and the other did not wait for them").noneMatch(Future::isDone);

            for (Future<String> bomb : running) {
                assertThat(bomb.get()).isEqualTo("QUERY_TIMEOUT");
            }
            locking.rollback();
        }
    }

    private static int waiting(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'records.account'::regclass")) {
            result.next();
            return result.getInt(1);
        }
    }

    private static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE records.account IN ACCESS EXCLUSIVE MODE");
        }
    }

    /** Every second condition is negated, so that both sides are met on fields of every type. */
    private static Stream<String> queries(EffectiveAccess access, ObjectDefinition object) {
        List<String> conditions = object.fields().stream()
                .filter(field -> access.canRead(object, field) && field.type() != FieldType.LONG_TEXT)
                .flatMap(field -> conditions(field).stream())
                .toList();
        return IntStream.range(0, conditions.size())
                .mapToObj(i -> "SELECT COUNT() FROM " + object.apiName() + " WHERE " + (i % 2 == 0 ? "" : "NOT ") + conditions.get(i));
    }

    private static List<String> conditions(FieldDefinition field) {
        List<String> conditions = new ArrayList<>();
        conditions.add(field.apiName() + " = null");
        for (String value : values(field.type())) {
            conditions.add(field.apiName() + " = " + value);
            conditions.add(field.apiName() + " != " + value);
            conditions.add(field.apiName() + " IN (" + value + ", null)");
            conditions.add(field.apiName() + " NOT IN (" + value + ")");
            if (field.type() != FieldType.BOOLEAN) {
                conditions.add(field.apiName() + " < " + value);
                conditions.add(field.apiName() + " >= " + value);
            }
            if (field.type().isText()) {
                conditions.add(field.apiName() + " LIKE " + value);
            }
        }
        return conditions;
    }

    private static List<String> values(FieldType type) {
        return switch (type) {
            case ID, LOOKUP, MASTER_DETAIL -> List.of("''", "'005000000000000007'", "'%'");
            case TEXT, LONG_TEXT, PICKLIST, MULTI_PICKLIST, AUTO_NUMBER, EMAIL, PHONE, URL -> List.of("''", "'%e%'", "'\\\\'", "'\\%'", "'😀'");
            case NUMBER, CURRENCY, PERCENT -> List.of(
                    "0", "-0.000000000000000000001", "99999999999999999999999999999999999999", "12.50");
            case BOOLEAN -> List.of("true", "false");
            case DATE -> List.of("1700-01-01", "2026-06-15", "4000-12-31");
            case DATETIME -> List.of("1700-01-01T00:00:00Z", "2026-02-01T12:00:00+14:00", "4000-12-31T23:59:59.999999Z");
        };
    }
}
