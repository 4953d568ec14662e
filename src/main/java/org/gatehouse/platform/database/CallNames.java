package org.gatehouse.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jspecify.annotations.Nullable;

/**
 * Tells PostgreSQL who is behind the statements of a call, for its own log and for {@code pg_stat_activity}.
 *
 * <p>The name is set for the transaction, with the first statement of the call in it: PostgreSQL takes it back when the transaction ends, however
 * that comes about, so no connection goes back to the pool with somebody's name on it. The driver knows the present name without asking, so a
 * transaction costs one more exchange with the database and its further statements none. {@code Connection.setClientInfo} lost: its name stays on
 * the connection until another exchange takes it off. Names in comments of the statements lost as well: each would be another statement to
 * PostgreSQL, parsed and planned anew.
 */
final class CallNames implements ExecuteListener {
    private static final long serialVersionUID = 1;

    private final transient Supplier<@Nullable RunningCall> current;

    CallNames(Supplier<@Nullable RunningCall> current) {
        this.current = current;
    }

    @Override
    public void prepareStart(ExecuteContext context) {
        RunningCall call = current.get();
        if (call != null) {
            name(context.connection(), call.origin().applicationName());
        }
    }

    private static void name(Connection connection, String wanted) {
        try {
            if (!connection.getAutoCommit() && !wanted.equals(connection.getClientInfo("ApplicationName"))) {
                try (PreparedStatement naming = connection.prepareStatement("SELECT set_config('application_name', ?, true)")) {
                    naming.setString(1, wanted);
                    naming.execute();
                }
            }
        } catch (SQLException e) {
            // The call does not depend on its name. If the database is the trouble, the statement itself meets it next.
            DatabaseLog.LOG.notNamed(e);
        }
    }
}
