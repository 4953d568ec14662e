package org.gatehouse.platform.database;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.unquotedName;

import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * What an H2 database must not do.
 *
 * <p>An H2 session keeps the statements it ran last with their results, and gives a result again as long as it believes the tables unchanged. A
 * session that asks between another's write and its commit then keeps the old answer until the table's next change: a connection that was
 * ended, or a permission that was taken away, would go on. Without that cache each statement is new. To forbid the use of results altogether
 * would be the other way, and make H2 run an inner query once for every row.
 */
final class H2Settings {
    private static final String CACHE = "QUERY_CACHE_SIZE";

    private H2Settings() {}

    /**
     * Refuses an H2 database that gives old results again.
     *
     * @throws IllegalStateException if its URL does not say otherwise; it can be said nowhere else
     */
    static void check(DataSource dataSource) {
        DSLContext sql = DSL.using(dataSource, SQLDialect.H2);
        if (sql.connectionResult(connection -> connection.getMetaData().getDatabaseProductName()).equals("H2") && !"0".equals(cacheSize(sql))) {
            throw new IllegalStateException(
                    "This H2 database gives old results again, so a right that was taken away could go on. Add ;" + CACHE + "=0 to GATEHOUSE_DB_URL.");
        }
    }

    private static String cacheSize(DSLContext sql) {
        var value = field(unquotedName("setting_value"), String.class);
        return sql.select(value)
                .from(table(unquotedName("information_schema", "settings")))
                .where(field(unquotedName("setting_name"), String.class).eq(CACHE))
                .fetchOptional(value)
                .orElse("");
    }
}
