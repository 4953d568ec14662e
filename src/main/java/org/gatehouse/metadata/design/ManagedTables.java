package org.gatehouse.metadata.design;

import static org.jooq.impl.DSL.constraint;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.ObjectCatalog;
import org.gatehouse.metadata.ObjectDefinition;
import org.jooq.Constraint;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Nullability;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * Makes the tables and columns of managed objects. A name that is taken, by data that is kept or by a making that was cut short, gets a number.
 *
 * <p>A reference to one managed object is a foreign key as well. Whoever writes a record has checked it already; the key is for what happens
 * between that check and the commit, and for purging: details go with their parent, lookups become empty.
 */
final class ManagedTables {
    static final String SCHEMA = "records";
    private static final int LONGEST = 50;

    private final DSLContext sql;
    private final ObjectCatalog catalog;

    ManagedTables(DSLContext sql, ObjectCatalog catalog) {
        this.sql = sql;
        this.catalog = catalog;
    }

    /** A free table name for an object: its API name in lower case with underscores. */
    String tableName(String apiName) {
        Set<String> taken = new HashSet<>();
        sql.meta()
                .filterSchemas(schema -> schema.getName().equalsIgnoreCase(SCHEMA))
                .getTables()
                .forEach(there -> taken.add(there.getName().toLowerCase(Locale.ROOT)));
        return free(apiName, taken);
    }

    /** A free column name for a field of an object that has a table. */
    String columnName(ObjectDefinition object, String apiName) {
        Set<String> taken = new HashSet<>();
        sql.meta()
                .filterSchemas(schema -> schema.getName().equalsIgnoreCase(SCHEMA))
                .filterTables(there -> there.getName().equals(object.header().table()))
                .getTables()
                .stream()
                .flatMap(there -> there.fieldStream())
                .forEach(column -> taken.add(column.getName().toLowerCase(Locale.ROOT)));
        return free(apiName, taken);
    }

    /** A column name for a field of an object that has no table yet. */
    static String free(String apiName, Set<String> taken) {
        String snake = apiName.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        String stem = snake.length() > LONGEST ? snake.substring(0, LONGEST) : snake;
        String free = stem;
        for (int i = 2; taken.contains(free); i++) {
            free = stem + "_" + i;
        }
        taken.add(free);
        return free;
    }

    void create(ObjectDefinition object) {
        sql.createSchemaIfNotExists(name(SCHEMA)).execute();
        List<Field<?>> columns = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        for (FieldDefinition definition : object.fields()) {
            if (!definition.isFormula()) {
                columns.add(field(name(definition.column()), type(definition)));
            }
        }
        constraints.add(constraint(name("pk_" + object.header().table())).primaryKey(name(object.idField().column())));
        sql.createTable(of(object)).columns(columns).constraints(constraints).execute();
        object.fields().forEach(definition -> {
            key(object, definition);
            index(object, definition);
        });
        new ManagedIndexes(sql).make(object);
    }

    void add(ObjectDefinition object, FieldDefinition definition) {
        if (!definition.isFormula()) {
            sql.alterTable(of(object)).addColumn(name(definition.column()), type(definition)).execute();
            key(object, definition);
            index(object, definition);
        }
    }

    /** Widens a column and makes or drops its unique index, where that changed. */
    void change(ObjectDefinition object, FieldDefinition before, FieldDefinition after) {
        if (after.isFormula()) {
            return;
        }
        if (!Objects.equals(before.length(), after.length()) || !Objects.equals(before.digits(), after.digits())) {
            sql.alterTable(of(object)).alterColumn(name(after.column())).set(type(after).nullability(Nullability.DEFAULT)).execute();
        }
        if (!before.traits().unique() && after.traits().unique()) {
            unique(object, after);
        } else if (before.traits().unique() && !after.traits().unique()) {
            sql.dropIndexIfExists(name(SCHEMA, uniqueIndex(object, after))).execute();
        }
    }

    private void key(ObjectDefinition object, FieldDefinition definition) {
        if (definition.isFormula() || definition.referenceTo().size() != 1 || definition.apiName().equals(object.header().ownerField())) {
            // An owner may be a queue, and a polymorphic reference has no one table to point to.
            return;
        }
        String target = definition.referenceTo().getFirst();
        ObjectDefinition parent = target.equals(object.apiName()) ? object : catalog.find(target).orElseThrow();
        if (!parent.header().managed()) {
            return;
        }
        var key = constraint(name("fk_" + object.header().table() + "_" + definition.column()))
                .foreignKey(name(definition.column()))
                .references(qualified(parent), name(parent.idField().column()));
        sql.alterTable(of(object))
                .add(definition.type() == FieldType.MASTER_DETAIL ? key.onDeleteCascade() : key.onDeleteSetNull())
                .execute();
    }

    private void index(ObjectDefinition object, FieldDefinition definition) {
        if (definition.isFormula()) {
            return;
        }
        String table = object.header().table();
        Field<Object> column = field(name(definition.column()));
        if (definition.traits().unique()) {
            unique(object, definition);
        } else if (definition.isReference() && !definition.readOnly()) {
            sql.createIndex(name("ix_" + table + "_" + definition.column())).on(of(object), column).execute();
        }
    }

    private void unique(ObjectDefinition object, FieldDefinition definition) {
        sql.createUniqueIndex(name(uniqueIndex(object, definition))).on(of(object), field(name(definition.column()))).execute();
    }

    private static String uniqueIndex(ObjectDefinition object, FieldDefinition definition) {
        return "ux_" + object.header().table() + "_" + definition.column();
    }

    private static Table<?> of(ObjectDefinition object) {
        return table(qualified(object));
    }

    private static Name qualified(ObjectDefinition object) {
        return name(object.header().schema(), object.header().table());
    }

    private static DataType<?> type(FieldDefinition definition) {
        int length = definition.length() == null ? 255 : definition.length();
        return switch (definition.type()) {
            case ID -> SQLDataType.VARCHAR(length).notNull();
            case TEXT, PICKLIST, MULTI_PICKLIST, EMAIL, PHONE, URL, AUTO_NUMBER, LONG_TEXT, LOOKUP, MASTER_DETAIL -> SQLDataType.VARCHAR(length);
            case NUMBER, CURRENCY, PERCENT ->
                SQLDataType.NUMERIC(Objects.requireNonNull(definition.digits()), Objects.requireNonNull(definition.scale()));
            // A mark that nobody sets is not set: a query must not meet a third value.
            case BOOLEAN -> SQLDataType.BOOLEAN.notNull().defaultValue(inline(false));
            case DATE -> SQLDataType.LOCALDATE;
            case DATETIME -> SQLDataType.INSTANT;
        };
    }
}
