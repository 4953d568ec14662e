package org.gatehouse.metadata.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.metadata.mapping.ForeignColumn.Kind;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableOptions.TableType;

/** Reads from the database what tables and views it holds. Gatehouse's own and the database's own are none of them. */
final class DatabaseCatalogue {
    private static final Set<String> OWN = Set.of("gatehouse", "records", "information_schema", "pg_catalog", "pg_toast");

    private final DSLContext sql;

    DatabaseCatalogue(DSLContext sql) {
        this.sql = sql;
    }

    List<TableName> tables() {
        return sql.meta()
                .filterSchemas(schema -> foreign(schema.getName()))
                .getTables()
                .stream()
                .filter(DatabaseCatalogue::isTable)
                .map(table -> new TableName(schema(table) + "." + table.getName(), isView(table)))
                .sorted(Comparator.comparing(TableName::table))
                .toList();
    }

    Optional<ForeignTable> find(String schema, String name) {
        return !foreign(schema)
                ? Optional.empty()
                : sql.meta()
                        .filterSchemas(there -> there.getName().equals(schema))
                        .filterTables(there -> there.getName().equals(name))
                        .getTables()
                        .stream()
                        .filter(DatabaseCatalogue::isTable)
                        .findFirst()
                        .map(this::read);
    }

    private ForeignTable read(Table<?> table) {
        // Foreign keys lead to other tables, which a filtered catalogue does not know.
        Table<?> whole = sql.meta()
                .filterSchemas(there -> foreign(there.getName()) || there.getName().equals("records"))
                .getTables(table.getQualifiedName())
                .getFirst();
        return new ForeignTable(
                schema(table), table.getName(), isView(table), table.fieldStream().map(DatabaseCatalogue::column).toList(),
                table.getPrimaryKey() == null ? List.of() : table.getPrimaryKey().getFields().stream().map(Field::getName).toList(),
                whole.getReferences().stream()
                        .filter(key -> key.getFields().size() == 1)
                        .map(key -> new ForeignTable.Reference(
                                key.getFields().getFirst().getName(), schema(key.getKey().getTable()), key.getKey().getTable().getName(),
                                key.getKeyFields().getFirst().getName()))
                        .toList());
    }

    private static ForeignColumn column(Field<?> field) {
        DataType<?> type = field.getDataType();
        Kind kind = kind(type);
        return new ForeignColumn(
                field.getName(), kind, type.getTypeName().toLowerCase(Locale.ROOT), kind == Kind.TEXT ? type.length() : 0,
                kind == Kind.NUMBER ? digits(type) : 0, kind == Kind.NUMBER ? type.scale() : 0,
                type.nullable() || type.defaulted() || type.identity());
    }

    private static Kind kind(DataType<?> type) {
        Class<?> java = type.getType();
        if (java == String.class) {
            return Kind.TEXT;
        }
        if (java == Short.class || java == Integer.class || java == Long.class || java == BigDecimal.class || java == BigInteger.class || java == Byte.class) {
            return Kind.NUMBER;
        }
        if (java == Boolean.class) {
            return Kind.BOOLEAN;
        }
        if (java == Date.class || java == LocalDate.class) {
            return Kind.DATE;
        }
        if (java == OffsetDateTime.class || java == Instant.class) {
            return Kind.TIME_WITH_ZONE;
        }
        if (java == Timestamp.class || java == LocalDateTime.class) {
            return Kind.TIME_WITHOUT_ZONE;
        }
        return java == UUID.class ? Kind.UUID : Kind.OTHER;
    }

    private static int digits(DataType<?> type) {
        Class<?> java = type.getType();
        if (java == Byte.class) {
            return 3;
        }
        if (java == Short.class) {
            return 5;
        }
        if (java == Integer.class) {
            return 10;
        }
        // The largest are of 19 digits; those of 18 are what always fits.
        return java == Long.class ? 18 : type.precision();
    }

    private static boolean foreign(String schema) {
        return !OWN.contains(schema.toLowerCase(Locale.ROOT));
    }

    private static boolean isTable(Table<?> table) {
        TableType type = table.getTableType();
        return type == TableType.TABLE || isView(table);
    }

    private static boolean isView(Table<?> table) {
        return table.getTableType() == TableType.VIEW || table.getTableType() == TableType.MATERIALIZED_VIEW;
    }

    private static String schema(Table<?> table) {
        return table.getSchema() == null ? "" : table.getSchema().getName();
    }
}
