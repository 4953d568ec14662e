package org.gatehouse.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gatehouse.bench.Statements.Sql;

/** One of those that compete: the statements of a query on a connection of its own, prepared once, as a pool's connections keep them. */
final class Side implements AutoCloseable {
    /** Whoever takes longer has lost. */
    private static final int MOST_SECONDS = 10;

    /** SQL state of a statement that ran into its time limit. */
    private static final String CANCELLED = "57014";

    private final Connection connection;
    private final List<Sql> statements;
    private final List<PreparedStatement> prepared = new ArrayList<>();

    Side(Connection connection, List<Sql> statements) throws SQLException {
        this.connection = connection;
        this.statements = statements;
        for (Sql statement : statements) {
            prepared.add(bound(statement.text(), statement.values()));
        }
    }

    private PreparedStatement bound(String text, List<Object> values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        statement.setQueryTimeout(MOST_SECONDS);
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }

    /** Runs the statements and reads every value; what takes too long answers nothing and took for ever. */
    Answer ask() throws SQLException {
        try {
            return read();
        } catch (SQLException e) {
            if (CANCELLED.equals(e.getSQLState())) {
                return new Answer(Long.MAX_VALUE, 0, 0);
            }
            throw e;
        }
    }

    private Answer read() throws SQLException {
        long start = System.nanoTime();
        long rows = 0;
        int hash = 0;
        for (PreparedStatement statement : prepared) {
            try (ResultSet result = statement.executeQuery()) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    rows++;
                    for (int column = 1; column <= columns; column++) {
                        hash = 31 * hash + Objects.hashCode(result.getObject(column));
                    }
                }
            }
        }
        return new Answer(System.nanoTime() - start, rows, hash);
    }

    /** How PostgreSQL runs the statements, with the times that it takes. */
    String explained() throws SQLException {
        StringBuilder plans = new StringBuilder();
        for (Sql statement : statements) {
            plans.append(statement.text()).append('\n').append(statement.values()).append("\n\n");
            try (PreparedStatement explain = bound("EXPLAIN (ANALYZE, BUFFERS) " + statement.text(), statement.values());
                    ResultSet plan = explain.executeQuery()) {
                while (plan.next()) {
                    plans.append(plan.getString(1)).append('\n');
                }
            } catch (SQLException e) {
                plans.append(e.getMessage()).append('\n');
            }
            plans.append('\n');
        }
        return plans.toString();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /**
     * What came and how long it took.
     *
     * @param hash of every value in its order
     */
    record Answer(long nanos, long rows, int hash) {
        boolean came() {
            return nanos < Long.MAX_VALUE;
        }

        double millis() {
            return came() ? nanos / 1e6 : Double.POSITIVE_INFINITY;
        }

        boolean same(Answer other) {
            return rows == other.rows && hash == other.hash;
        }
    }
}
