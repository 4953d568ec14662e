package org.gatehouse.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultExecuteListenerProvider;

/** The application's database: the only class that touches the data source. Transactions are the container's. */
public final class Database {
    private final DSLContext sql;

    public Database(DataSource dataSource) {
        this(dataSource, new RunningCalls());
    }

    /**
     * A database whose statements can be cancelled.
     *
     * @param calls learns of every statement that a call runs
     */
    public Database(DataSource dataSource, RunningCalls calls) {
        SQLDialect dialect = dialect(dataSource);
        this.sql = DSL.using(new DefaultConfiguration().set(dataSource).set(dialect).set(settings()).set(listeners(dialect, calls)));
    }

    private static ExecuteListenerProvider[] listeners(SQLDialect dialect, RunningCalls calls) {
        ExecuteListener[] listeners = dialect == SQLDialect.POSTGRES
                ? new ExecuteListener[] {calls.listener(), calls.names()}
                : new ExecuteListener[] {calls.listener()};
        return DefaultExecuteListenerProvider.providers(listeners);
    }

    /** The jOOQ context that runs statements on a pooled connection, inside the caller's transaction if there is one. */
    public DSLContext sql() {
        return sql;
    }

    private static SQLDialect dialect(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            return switch (product) {
                case "H2" -> SQLDialect.H2;
                case "PostgreSQL" -> SQLDialect.POSTGRES;
                default -> throw new IllegalStateException("Gatehouse runs on H2 and PostgreSQL; this data source is " + product + ".");
            };
        } catch (SQLException e) {
            throw new IllegalStateException("The data source gives no connection; check GATEHOUSE_DB_URL, user and password.", e);
        }
    }

    private static Settings settings() {
        return new Settings()
                .withRenderQuotedNames(RenderQuotedNames.ALWAYS)
                .withRenderNameCase(RenderNameCase.AS_IS)
                .withExecuteLogging(false);
    }
}
