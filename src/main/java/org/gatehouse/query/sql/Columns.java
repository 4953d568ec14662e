package org.gatehouse.query.sql;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.ObjectDefinition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Names of tables and columns that exist only at run time, as jOOQ's quoted names. */
final class Columns {
    private Columns() {}

    /** The table of an object under an alias. */
    static Table<?> table(ObjectDefinition object, String alias) {
        return DSL.table(name(object.header().schema(), object.header().table())).as(name(alias));
    }

    /** A field's column in the table with that alias. */
    static Field<?> column(String alias, FieldDefinition definition) {
        return field(name(alias, definition.column()), type(definition.type()));
    }

    private static DataType<?> type(FieldType type) {
        return switch (type) {
            case ID, TEXT, LONG_TEXT, PICKLIST, EMAIL, PHONE, URL, LOOKUP, MASTER_DETAIL -> SQLDataType.VARCHAR;
            case NUMBER, CURRENCY, PERCENT -> SQLDataType.NUMERIC;
            case BOOLEAN -> SQLDataType.BOOLEAN;
            case DATE -> SQLDataType.LOCALDATE;
            case DATETIME -> SQLDataType.INSTANT;
        };
    }
}
