package org.gatehouse.query.sql;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.one;

import org.gatehouse.query.plan.Column;
import org.gatehouse.query.plan.ObjectScan;
import org.gatehouse.query.plan.ParentJoin;
import org.gatehouse.query.plan.QueryPlan;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Turns a plan into the one statement that runs. The record filter of each scan stands beside the scan itself. */
public final class SqlCompiler {
    private final TextRules text;
    private final CallerFilterSql callerFilters;
    private final RecordFilterSql recordFilters;

    /** A compiler for a database. */
    public SqlCompiler(SQLDialect dialect) {
        this.text = new TextRules(dialect);
        this.callerFilters = new CallerFilterSql(text);
        this.recordFilters = new RecordFilterSql(dialect);
    }

    /** The statement of a plan. For a count it answers one number, otherwise the columns of the plan's record shape in their order. */
    public Select<? extends Record> compile(QueryPlan plan, DSLContext sql) {
        return switch (plan.output()) {
            case QueryPlan.Output.Count() -> count(plan, sql);
            case QueryPlan.Output.Records(var shape) -> sql.select(shape.columns().stream().map(SqlCompiler::selected).toList())
                    .from(tables(plan))
                    .where(conditions(plan))
                    .orderBy(plan.order().stream().map(this::ordering).toList())
                    .offset(plan.offset())
                    .limit(plan.fetch());
        };
    }

    private Select<? extends Record> count(QueryPlan plan, DSLContext sql) {
        if (plan.fetch() == Long.MAX_VALUE && plan.offset() == 0) {
            return sql.selectCount().from(tables(plan)).where(conditions(plan));
        }
        return sql.selectCount()
                .from(DSL.select(one().as("n"))
                        .from(tables(plan))
                        .where(conditions(plan))
                        .offset(plan.offset())
                        .limit(plan.fetch())
                        .asTable("counted"));
    }

    private Table<?> tables(QueryPlan plan) {
        Table<?> from = table(plan.root());
        for (ParentJoin join : plan.joins()) {
            ObjectScan parent = join.parent();
            Condition same = id(new Column(parent.number(), parent.object().idField())).eq(id(join.reference()));
            from = from.leftJoin(table(parent)).on(same.and(Columns.present(parent.object(), alias(parent.number()))).and(recordFilters.compile(parent.filter(), alias(parent.number()))));
        }
        return from;
    }

    private Condition conditions(QueryPlan plan) {
        return Columns.present(plan.root().object(), alias(0))
                .and(recordFilters.compile(plan.root().filter(), alias(0)))
                .and(plan.where().map(callerFilters::compile).orElse(noCondition()));
    }

    private OrderField<?> ordering(QueryPlan.Order order) {
        Field<?> field = text.ordered(order.column().field().type(), field(order.column()));
        var directed = order.descending() ? field.desc() : field.asc();
        return order.nullsLast() ? directed.nullsLast() : directed.nullsFirst();
    }

    private static Table<?> table(ObjectScan scan) {
        return Columns.table(scan.object(), alias(scan.number()));
    }

    private static SelectField<?> selected(Column column) {
        return field(column).as(label(column));
    }

    private static Field<?> field(Column column) {
        return Columns.column(alias(column.scan()), column.field());
    }

    private static Field<String> id(Column column) {
        return field(column).coerce(String.class);
    }

    static String alias(int scan) {
        return "t" + scan;
    }

    /** The name of a column in the result; two columns never share one. */
    static String label(Column column) {
        return alias(column.scan()) + "." + column.field().apiName();
    }
}
