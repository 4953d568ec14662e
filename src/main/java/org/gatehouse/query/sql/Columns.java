package org.gatehouse.query.sql;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.ObjectDefinition;
import org.jooq.Condition;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Names of tables and columns that exist only at run time, as jOOQ's quoted names. */
final class Columns {
    /** A time that is stored without its zone. The bound value is converted, never the column, so that an index on it stays of use. */
    private static final DataType<Instant> UTC = SQLDataType.LOCALDATETIME.asConvertedDataType(Converter.ofNullable(
            LocalDateTime.class, Instant.class, stored -> stored.toInstant(ZoneOffset.UTC), time -> LocalDateTime.ofInstant(time, ZoneOffset.UTC)));

    private Columns() {}

    /** The table of an object under an alias. */
    static Table<?> table(ObjectDefinition object, String alias) {
        return DSL.table(name(object.header().schema(), object.header().table())).as(name(alias));
    }

    /** A field's column in the table with that alias. */
    static Field<?> column(String alias, FieldDefinition definition) {
        if (definition.isFormula()) {
            throw new IllegalArgumentException(definition.apiName() + " is computed and has no column");
        }
        return field(name(alias, definition.column()), type(definition));
    }

    /** That the row with that alias does not lie in the recycle bin. */
    static Condition present(ObjectDefinition object, String alias) {
        return object.deletedField().<Condition>map(mark -> column(alias, mark).coerce(Boolean.class).isFalse()).orElse(noCondition());
    }

    private static DataType<?> type(FieldDefinition definition) {
        return switch (definition.type()) {
            case ID, LOOKUP, MASTER_DETAIL -> switch (definition.traits().keyType()) {
                case TEXT -> SQLDataType.VARCHAR;
                case NUMBER -> SQLDataType.BIGINT;
                case UUID -> SQLDataType.UUID;
            };
            case TEXT, LONG_TEXT, PICKLIST, MULTI_PICKLIST, EMAIL, PHONE, URL, AUTO_NUMBER -> SQLDataType.VARCHAR;
            case NUMBER, CURRENCY, PERCENT -> SQLDataType.NUMERIC;
            case BOOLEAN -> SQLDataType.BOOLEAN;
            case DATE -> SQLDataType.LOCALDATE;
            case DATETIME -> definition.traits().zoneless() ? UTC : SQLDataType.INSTANT;
        };
    }
}
