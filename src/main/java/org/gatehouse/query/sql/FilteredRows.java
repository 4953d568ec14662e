package org.gatehouse.query.sql;

import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.permission.RecordFilter;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Single rows seen through a record filter: what a write asks before and while it changes something. */
public final class FilteredRows {
    private static final String ALIAS = "t0";

    private FilteredRows() {}

    /** Whether the record is there, not in the recycle bin, and passes the filter. */
    public static boolean exists(DSLContext sql, ObjectDefinition object, String id, RecordFilter filter) {
        return sql.fetchExists(DSL.selectOne()
                .from(Columns.table(object, ALIAS))
                .where(condition(sql, object, id, filter)));
    }

    /** Whether the record is there for anybody, not in the recycle bin. For administrators who may know of every record. */
    public static boolean present(DSLContext sql, ObjectDefinition object, String id) {
        return sql.fetchExists(DSL.selectOne().from(Columns.table(object, ALIAS)).where(present(object, id)));
    }

    private static Condition condition(DSLContext sql, ObjectDefinition object, String id, RecordFilter filter) {
        return present(object, id).and(new RecordFilterSql(sql.dialect()).compile(filter, ALIAS, new Reading.LookUp()));
    }

    private static Condition present(ObjectDefinition object, String id) {
        return object.idField()
                .traits()
                .keyType()
                .parse(id)
                .map(key -> idField(object).eq(key))
                .orElse(DSL.falseCondition())
                .and(Columns.present(object, ALIAS));
    }

    @SuppressWarnings("unchecked") // The key type that parsed the id is the column's.
    private static Field<Object> idField(ObjectDefinition object) {
        return (Field<Object>) Columns.column(ALIAS, object.idField());
    }
}
