package org.gatehouse.query.sql;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gatehouse.query.plan.Aggregate;
import org.gatehouse.query.plan.Column;
import org.gatehouse.query.plan.QueryPlan;
import org.gatehouse.query.plan.QueryPlan.Output;
import org.gatehouse.query.plan.Subtotal;
import org.gatehouse.query.plan.Value;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectConnectByStep;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Compiles ROLLUP and CUBE, and HAVING where a function is grouped by: one statement for each set of fields, put together. PostgreSQL could do
 * it in one; H2 has no such groups, and two ways would be two answers.
 */
final class GroupingSets {
    private static final String ALL = "grouped";

    private final QueryPlan plan;
    private final Output.Groups groups;
    private final TextRules text;
    private final Function<Function<Value, Field<?>>, CallerFilterSql> filters;
    private final List<Value> tested = new ArrayList<>();

    /** @param filters makes what compiles HAVING, from what a value is in the rows of a set */
    GroupingSets(QueryPlan plan, Output.Groups groups, TextRules text, Function<Function<Value, Field<?>>, CallerFilterSql> filters) {
        this.plan = plan;
        this.groups = groups;
        this.text = text;
        this.filters = filters;
    }

    Select<? extends Record> compile(Table<?> tables, Condition conditions, DSLContext sql) {
        Condition having = groups.having().map(filters.apply(this::tested)::compile).orElse(DSL.noCondition());
        Select<Record> all = null;
        for (List<Column> set : groups.sets()) {
            Select<Record> rows = rows(set, tables, conditions);
            all = all == null ? rows : all.unionAll(rows);
        }
        Table<?> grouped = Objects.requireNonNull(all).asTable(ALL);
        List<SelectField<?>> results = new ArrayList<>();
        for (int i = 0; i < groups.results().size(); i++) {
            results.add(Objects.requireNonNull(grouped.field(SqlCompiler.label(i))));
        }
        return sql.select(results).from(grouped).where(having).orderBy(order(grouped)).offset(inline(plan.offset())).limit(inline(plan.fetch()));
    }

    private Select<Record> rows(List<Column> set, Table<?> tables, Condition conditions) {
        List<SelectField<?>> fields = new ArrayList<>();
        for (int i = 0; i < groups.results().size(); i++) {
            fields.add(value(groups.results().get(i).value(), set).as(SqlCompiler.label(i)));
        }
        for (int i = 0; i < plan.order().size(); i++) {
            fields.add(value(plan.order().get(i).value(), set).as(ordering(i)));
        }
        texts().forEach(column -> fields.add(value(column, set).as(exact(column))));
        for (int i = 0; i < tested.size(); i++) {
            fields.add(value(tested.get(i), set).as(tested(i)));
        }
        SelectConnectByStep<Record> rows = DSL.select(fields).from(tables).where(conditions);
        // The total of all is one row even where nothing is added up in it: without an aggregate it would be a row for each record.
        var grouped = set.isEmpty() ? rows.having(count().ge(inline(0))) : rows.groupBy(set.stream().map(Values::field).toList());
        // What the outer statement tests must not be moved into this one: H2 would not find the function there that it is grouped by.
        return tested.isEmpty() ? grouped : grouped.offset(inline(0));
    }

    /** What HAVING compares, as a column of the groups: H2 does not find a function that it grouped by again in its own HAVING. */
    private Field<?> tested(Value value) {
        if (!tested.contains(value)) {
            tested.add(value);
        }
        return field(name(ALL, tested(tested.indexOf(value))), value(value, groups.groupBy()).getDataType());
    }

    private static String tested(int position) {
        return "h" + position;
    }

    /** What a value is in the rows of a set: what they are not grouped by is null. */
    private Field<?> value(Value value, List<Column> set) {
        return switch (value) {
            case Aggregate aggregate -> Values.field(aggregate);
            case Column column -> set.contains(column) ? Values.field(column) : castNull(Values.field(column).getDataType());
            case Subtotal(var column) -> inline(set.contains(column) ? 0 : 1).cast(SQLDataType.NUMERIC(12, 0));
        };
    }

    private List<OrderField<?>> order(Table<?> grouped) {
        List<OrderField<?>> order = new ArrayList<>();
        for (int i = 0; i < plan.order().size(); i++) {
            QueryPlan.Order ordering = plan.order().get(i);
            Field<?> column = Objects.requireNonNull(grouped.field(ordering(i)));
            Field<?> value = text.ordered(ordering.value().type(), field(name(ALL, ordering(i)), column.getDataType()));
            var directed = ordering.descending() ? value.desc() : value.asc();
            order.add(ordering.nullsLast() ? directed.nullsLast() : directed.nullsFirst());
        }
        texts().forEach(column -> order.add(text.exact(field(name(ALL, exact(column)), SQLDataType.VARCHAR)).asc().nullsFirst()));
        return order;
    }

    /** Texts that differ in case only are groups of their own. */
    private Stream<Column> texts() {
        return groups.groupBy().stream().filter(column -> column.type().isText());
    }

    private String exact(Column column) {
        return "e" + groups.groupBy().indexOf(column);
    }

    private static String ordering(int position) {
        return "o" + position;
    }
}
