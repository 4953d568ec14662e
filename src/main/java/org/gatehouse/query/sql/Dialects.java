package org.gatehouse.query.sql;

import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.CustomField;

/** Expressions for which the databases have no word in common, nor jOOQ one for both. */
final class Dialects {
    private Dialects() {}

    static <T> Field<T> choose(DataType<T> type, Field<T> postgres, Field<T> h2) {
        return CustomField.of("", type, context -> context.visit(context.family() == SQLDialect.POSTGRES ? postgres : h2));
    }
}
