package org.gatehouse.platform.database;

import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * What an H2 database must not do.
 *
 * <p>H2 keeps the result of a query and gives it again to a session that asks the same, as long as it believes the tables unchanged. A session
 * that asks between another's write and its commit then keeps the old answer until the table's next change. A connection that was ended, or a
 * permission that was taken away, would go on. The URL of the data source says the same, for a database that is closed and opened again.
 */
final class H2Settings {
    private H2Settings() {}

    /** Makes an H2 database ask its tables each time; does nothing to another. */
    static void apply(DataSource dataSource) {
        DSLContext sql = DSL.using(dataSource, SQLDialect.H2);
        if (sql.connectionResult(connection -> connection.getMetaData().getDatabaseProductName()).equals("H2")) {
            sql.execute("SET OPTIMIZE_REUSE_RESULTS 0");
        }
    }
}
