package org.gatehouse.metadata.design;

import static org.gatehouse.platform.database.schema.Tables.CONFIGURATION_VERSION;
import static org.jooq.impl.DSL.collation;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import org.gatehouse.metadata.ObjectCatalog;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.SQLDataType;

/**
 * Indexes of managed tables that serve how queries compare names and order ids: without the second, each page of records sorts them all.
 * PostgreSQL only: H2 has no index on an expression, and its primary keys lie in the order of queries already.
 */
final class ManagedIndexes {
    /** PostgreSQL refuses a row whose indexed value has more than about 2,700 bytes; a character has up to four. */
    private static final int LONGEST = 600;

    private final DSLContext sql;

    ManagedIndexes(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Makes what tables lack that were made by an earlier release or by the demo's script. One node does, the others wait for it. Each table has
     * a transaction of its own: one that held the lock of a table while it waits for the next would meet writers who go the other way round.
     */
    void makeMissing(ObjectCatalog catalog) {
        if (needed()) {
            catalog.objects().stream().filter(object -> object.header().managed()).forEach(object -> sql.transaction(transaction -> {
                transaction.dsl().selectFrom(CONFIGURATION_VERSION).where(CONFIGURATION_VERSION.TOPIC.eq(Topic.METADATA.key())).forUpdate().execute();
                new ManagedIndexes(transaction.dsl()).make(object);
            }));
        }
    }

    /** Makes those of an object's table that are not there. */
    void make(ObjectDefinition object) {
        if (needed()) {
            String table = object.header().table();
            Field<String> id = field(name(object.idField().column()), SQLDataType.VARCHAR);
            make(object, "ox_" + table, id.collate(collation("C")));
            object.field(object.header().nameField())
                    .filter(nameField -> !nameField.isFormula() && nameField.length() != null && nameField.length() <= LONGEST)
                    .map(nameField -> field(name(nameField.column()), SQLDataType.VARCHAR))
                    .ifPresent(column -> make(object, "lx_" + table + "_" + column.getName(), lower(column)));
        }
    }

    private void make(ObjectDefinition object, String index, Field<?> on) {
        sql.createIndexIfNotExists(name(index)).on(table(name(object.header().schema(), object.header().table())), on).execute();
    }

    private boolean needed() {
        return sql.dialect().family() == SQLDialect.POSTGRES;
    }
}
