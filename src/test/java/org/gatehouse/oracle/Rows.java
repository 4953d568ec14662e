package org.gatehouse.oracle;

import static org.gatehouse.platform.database.schema.Tables.*;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Table;

/** Puts rows into tables many at a time, and takes all of an organisation's out again. */
final class Rows {
    private final DSLContext sql;

    Rows(DSLContext sql) {
        this.sql = sql;
    }

    void insert(Table<?> table, List<? extends Field<?>> columns, Stream<Object[]> rows) {
        Object[][] values = rows.toArray(Object[][]::new);
        if (values.length > 0) {
            sql.batch(sql.insertInto(table, columns).values(new Object[columns.size()])).bind(values).execute();
        }
    }

    /** Everything but what the migrations make: dependants first. */
    void clear() {
        List<Query> deletions = new ArrayList<>(IntStream.range(0, RandomObjects.TABLES)
                .<Query>mapToObj(number -> sql.deleteFrom(OracleTables.named(number)))
                .toList());
        for (Table<?> table : List.of(
                GROUP_MEMBERSHIP, GROUP_MEMBER, PUBLIC_GROUP, QUEUE_OBJECT, QUEUE, RULE_CRITERION, SHARING_RULE, RESTRICTION_RULE, IMPLICIT_CHILD,
                RECORD_SHARE, PERMISSION_SET_ASSIGNMENT, OBJECT_PERMISSION, FIELD_PERMISSION, SYSTEM_PERMISSION, PERMISSION_SET, APP_USER, PROFILE, ROLE_CLOSURE, ROLE)) {
            deletions.add(sql.deleteFrom(table));
        }
        deletions.add(sql.deleteFrom(FIELD_REFERENCE).where(FIELD_REFERENCE.OBJECT_NAME.ne(ModelObject.USER)));
        deletions.add(sql.deleteFrom(PICKLIST_VALUE).where(PICKLIST_VALUE.OBJECT_NAME.ne(ModelObject.USER)));
        deletions.add(sql.deleteFrom(FIELD_DEFINITION).where(FIELD_DEFINITION.OBJECT_NAME.ne(ModelObject.USER)));
        deletions.add(sql.deleteFrom(OBJECT_DEFINITION).where(OBJECT_DEFINITION.API_NAME.ne(ModelObject.USER)));
        sql.batch(deletions).execute();
    }
}
