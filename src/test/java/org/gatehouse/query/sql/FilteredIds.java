package org.gatehouse.query.sql;

import java.util.Set;
import org.gatehouse.metadata.KeyType;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.permission.RecordFilter;
import org.jooq.DSLContext;

/** The records that a filter lets through, as the database decides: what the three levels of access are compared by. */
public final class FilteredIds {
    private static final String ALIAS = "t0";

    private FilteredIds() {}

    public static Set<String> of(DSLContext sql, ObjectDefinition object, RecordFilter filter) {
        return of(sql, object, filter, new Reading.Scan());
    }

    static Set<String> of(DSLContext sql, ObjectDefinition object, RecordFilter filter, Reading reading) {
        return sql.select(Columns.column(ALIAS, object.idField()))
                .from(Columns.table(object, ALIAS))
                .where(Columns.present(object, ALIAS).and(new RecordFilterSql(sql.dialect()).compile(filter, ALIAS, reading)))
                .fetchSet(row -> KeyType.format(row.get(0)));
    }
}
