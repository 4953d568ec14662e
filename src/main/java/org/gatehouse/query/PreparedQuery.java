package org.gatehouse.query;

import java.util.ArrayList;
import java.util.List;
import org.gatehouse.query.plan.QueryPlan;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Select;

/**
 * A plan with its statement as text. Immutable: it can be kept, and many may run it at once, which a jOOQ statement does not allow.
 *
 * @param values what is bound, in the order of the text
 * @param fields the columns that come back
 */
record PreparedQuery(QueryPlan plan, String text, List<Param<?>> values, List<Field<?>> fields) {
    PreparedQuery {
        values = List.copyOf(values);
        fields = List.copyOf(fields);
    }

    static PreparedQuery of(QueryPlan plan, Select<? extends Record> statement, DSLContext sql) {
        List<Param<?>> bound = new ArrayList<>(sql.extractParams(statement).values());
        // Those stand in the text already.
        bound.removeIf(Param::isInline);
        return new PreparedQuery(plan, sql.render(statement), bound, List.of(statement.fields()));
    }

    /** The statement to run, once. */
    ResultQuery<? extends Record> statement(DSLContext sql) {
        return sql.resultQuery(text, values.toArray()).coerce(fields);
    }
}
