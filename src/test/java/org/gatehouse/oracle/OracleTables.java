package org.gatehouse.oracle;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.List;
import org.gatehouse.metadata.FieldType;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The tables that hold the records of one organisation after the other: all alike, so that only rows change. */
final class OracleTables {
    static final String SCHEMA = "oracle";

    /** Every column but those of {@link RandomObjects#CHOICES}. */
    private static final List<ModelField> FIXED = List.of(
            ModelField.plain("Id", FieldType.ID, "id", true),
            ModelField.plain("Name", FieldType.TEXT, "name", true),
            ModelField.plain("IsDeleted", FieldType.BOOLEAN, "is_deleted", true),
            ModelField.plain("OwnerId", FieldType.LOOKUP, "owner_id", true),
            ModelField.plain("MasterId", FieldType.MASTER_DETAIL, "parent_id", true),
            ModelField.plain("FirstId", FieldType.LOOKUP, "ref_a", true),
            ModelField.plain("SecondId", FieldType.LOOKUP, "ref_b", true),
            ModelField.plain("AnyId", FieldType.LOOKUP, "ref_any", true));

    static final List<ModelField> ALL = java.util.stream.Stream.concat(FIXED.stream(), RandomObjects.CHOICES.stream()).toList();

    private OracleTables() {}

    static Table<?> named(int number) {
        return table(name(SCHEMA, "oracle_" + number));
    }

    static List<Field<?>> columns() {
        return ALL.stream().<Field<?>>map(known -> field(name(known.column()), type(known.type()))).toList();
    }

    static void create(DSLContext sql) {
        sql.createSchemaIfNotExists(name(SCHEMA)).execute();
        for (int i = 0; i < RandomObjects.TABLES; i++) {
            sql.createTable(named(i)).columns(columns()).primaryKey(name("id")).execute();
        }
    }

    static void empty(DSLContext sql) {
        for (int i = 0; i < RandomObjects.TABLES; i++) {
            sql.truncate(named(i)).execute();
        }
    }

    private static DataType<?> type(FieldType type) {
        return switch (type) {
            case LONG_TEXT -> SQLDataType.VARCHAR(32_000);
            case TEXT, PICKLIST, MULTI_PICKLIST, EMAIL, PHONE, URL, AUTO_NUMBER -> SQLDataType.VARCHAR(255);
            case ID -> SQLDataType.VARCHAR(18).notNull();
            case LOOKUP, MASTER_DETAIL -> SQLDataType.VARCHAR(18);
            case NUMBER -> SQLDataType.NUMERIC(18, 0);
            case CURRENCY, PERCENT -> SQLDataType.NUMERIC(18, 2);
            case BOOLEAN -> SQLDataType.BOOLEAN;
            case DATE -> SQLDataType.LOCALDATE;
            case DATETIME -> SQLDataType.INSTANT;
        };
    }
}
