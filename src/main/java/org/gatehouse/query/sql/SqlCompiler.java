package org.gatehouse.query.sql;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.one;
import static org.jooq.impl.DSL.rowNumber;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gatehouse.metadata.KeyType;
import org.gatehouse.query.plan.Column;
import org.gatehouse.query.plan.ObjectScan;
import org.gatehouse.query.plan.ParentJoin;
import org.gatehouse.query.plan.QueryPlan;
import org.gatehouse.query.plan.QueryPlan.Output;
import org.gatehouse.query.plan.RecordShape;
import org.gatehouse.query.plan.Value;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Turns a plan into the statement that runs. The record filter of each scan stands beside the scan itself. How many rows are wanted stands in the
 * text: PostgreSQL plans a statement that it knows well without a look at its values, and for some rows otherwise than for many.
 */
public final class SqlCompiler {
    private static final String NUMBER = "n";

    private final TextRules text;
    private final CallerFilterSql callerFilters;
    private final RecordFilterSql recordFilters;

    /** A compiler for a database. */
    public SqlCompiler(SQLDialect dialect) {
        this.text = new TextRules(dialect);
        this.callerFilters = callerFilters(Values::field);
        this.recordFilters = new RecordFilterSql(dialect);
    }

    private CallerFilterSql callerFilters(Function<Value, Field<?>> values) {
        return new CallerFilterSql(text, values, this::found);
    }

    /**
     * The statement of a plan. For a count it answers one number; for records the columns of the plan's record shape in their order, and the
     * record's id; for groups the values of each in the order of SELECT.
     */
    public Select<? extends Record> compile(QueryPlan plan, DSLContext sql) {
        return switch (plan.output()) {
            case Output.Count() -> count(plan, sql);
            case Output.Records(var shape, var children) -> {
                Reading reading = Reading.page(plan);
                yield sql.select(selected(columns(plan, shape)))
                        .from(tables(plan, reading))
                        .where(conditions(plan, reading))
                        .orderBy(ordering(plan))
                        .offset(inline(plan.offset()))
                        .limit(inline(plan.fetch()));
            }
            case Output.Groups groups -> groups(plan, groups, sql);
        };
    }

    /**
     * The statement for the children of some records, each with its number among those of its parent: the plan's offset and number of rows are
     * for each parent.
     *
     * @param parents the parents' ids
     * @param most the most rows of all parents together
     */
    public Select<? extends Record> compile(QueryPlan.Children children, Collection<String> parents, int most, DSLContext sql) {
        QueryPlan plan = children.plan();
        if (!(plan.output() instanceof Output.Records(var shape, var grandchildren))) {
            throw new IllegalStateException("children are records");
        }
        List<Column> columns = columns(plan, shape);
        if (!columns.contains(children.reference())) {
            columns.add(children.reference());
        }
        List<SelectField<?>> fields = new ArrayList<>(selected(columns));
        fields.add(rowNumber().over().partitionBy(Values.field(children.reference())).orderBy(ordering(plan)).as(name(NUMBER)));
        Table<?> numbered = DSL.select(fields)
                .from(tables(plan, new Reading.Search()))
                .where(conditions(plan, new Reading.Search()).and(among(children.reference(), parents)))
                .asTable("numbered");
        Field<Long> number = field(name("numbered", NUMBER), Long.class);
        return sql.select(numbered.fields())
                .from(numbered)
                .where(number.gt(plan.offset()).and(number.le(plan.offset() + plan.fetch())))
                .orderBy(number)
                .limit(most + 1);
    }

    private static List<Column> columns(QueryPlan plan, RecordShape shape) {
        List<Column> columns = new ArrayList<>(shape.columns());
        Column id = new Column(plan.root().number(), plan.root().object().idField());
        if (!columns.contains(id)) {
            columns.add(id);
        }
        return columns;
    }

    private static List<SelectField<?>> selected(List<Column> columns) {
        return columns.stream().<SelectField<?>>map(column -> Values.field(column).as(label(column))).toList();
    }

    @SuppressWarnings("unchecked") // The ids are parsed as what the column stores.
    private static Condition among(Column reference, Collection<String> ids) {
        KeyType type = reference.field().traits().keyType();
        List<Object> keys = ids.stream().flatMap(id -> type.parse(id).stream()).toList();
        return keys.isEmpty() ? falseCondition() : ((Field<Object>) Values.field(reference)).in(keys);
    }

    private Select<? extends Record> groups(QueryPlan plan, Output.Groups groups, DSLContext sql) {
        boolean tested = groups.having().isPresent() && groups.groupBy().stream().anyMatch(column -> column.function().isPresent());
        if (groups.sets().size() > 1 || tested) {
            return new GroupingSets(plan, groups, text, this::callerFilters).compile(tables(plan, Reading.all(plan)), conditions(plan, Reading.all(plan)), sql);
        }
        List<SelectField<?>> fields = new ArrayList<>();
        for (int i = 0; i < groups.results().size(); i++) {
            fields.add(Values.field(groups.results().get(i).value()).as(label(i)));
        }
        var rows = sql.select(fields).from(tables(plan, Reading.all(plan))).where(conditions(plan, Reading.all(plan)));
        var grouped = groups.groupBy().isEmpty() ? rows : rows.groupBy(groups.groupBy().stream().map(Values::field).toList());
        return groups.having().map(having -> grouped.having(callerFilters.compile(having))).orElseGet(() -> grouped.having(noCondition()))
                .orderBy(Stream.concat(ordering(plan).stream(), exactly(groups)).toList())
                .offset(inline(plan.offset()))
                .limit(inline(plan.fetch()));
    }

    /** Texts that differ in case only are groups of their own, which the order without case would leave in any order. */
    private Stream<OrderField<?>> exactly(Output.Groups groups) {
        return groups.groupBy().stream().filter(column -> column.type().isText()).map(column -> text.exact(Values.field(column)).asc().nullsFirst());
    }

    private Select<? extends Record> count(QueryPlan plan, DSLContext sql) {
        if (plan.fetch() == Long.MAX_VALUE && plan.offset() == 0) {
            return sql.selectCount().from(tables(plan, Reading.all(plan))).where(conditions(plan, Reading.all(plan)));
        }
        return sql.selectCount()
                .from(DSL.select(one().as("n"))
                        .from(tables(plan, Reading.all(plan)))
                        .where(conditions(plan, Reading.all(plan)))
                        .offset(inline(plan.offset()))
                        .limit(inline(plan.fetch()))
                        .asTable("counted"));
    }

    /** The query inside a condition: the ids that it finds. */
    @SuppressWarnings("unchecked") // The planner has checked that both sides are ids of one kind.
    private Select<Record1<Object>> found(QueryPlan plan, Column column) {
        Field<Object> id = (Field<Object>) Values.field(column);
        return DSL.select(id).from(tables(plan, Reading.all(plan))).where(conditions(plan, Reading.all(plan)).and(id.isNotNull()));
    }

    private Table<?> tables(QueryPlan plan, Reading reading) {
        Table<?> from = table(plan, plan.root());
        for (ParentJoin join : plan.joins()) {
            ObjectScan parent = join.parent();
            Condition same = same(new Column(parent.number(), parent.object().idField()), join.reference());
            from = from.leftJoin(table(plan, parent))
                    .on(same.and(Columns.present(parent.object(), alias(parent.number())))
                            .and(recordFilters.compile(parent.filter(), alias(parent.number()), reading.referred())));
        }
        return from;
    }

    @SuppressWarnings("unchecked") // A reference is stored as the key it refers to.
    private static Condition same(Column id, Column reference) {
        return ((Field<Object>) Values.field(id)).eq((Field<Object>) Values.field(reference));
    }

    private Condition conditions(QueryPlan plan, Reading reading) {
        String root = alias(plan.root().number());
        return (plan.allRows() ? noCondition() : Columns.present(plan.root().object(), root))
                .and(recordFilters.compile(plan.root().filter(), root, reading))
                .and(plan.where().map(callerFilters::compile).orElse(noCondition()));
    }

    private List<OrderField<?>> ordering(QueryPlan plan) {
        Column id = new Column(plan.root().number(), plan.root().object().idField());
        return plan.order().stream().<OrderField<?>>map(order -> ordering(order, order.value().equals(id))).toList();
    }

    /** @param always whether the value is there in every row: then no place for nulls is named, which an index would have to know */
    private OrderField<?> ordering(QueryPlan.Order order, boolean always) {
        Value value = order.value();
        Field<?> field = text.ordered(value.type(), Values.field(value));
        var directed = order.descending() ? field.desc() : field.asc();
        if (always) {
            return directed;
        }
        return order.nullsLast() ? directed.nullsLast() : directed.nullsFirst();
    }

    /** The table of a scan, with the formula fields that the plan names in it as further columns. */
    private static Table<?> table(QueryPlan plan, ObjectScan scan) {
        String alias = alias(scan.number());
        Table<?> table = Columns.table(scan.object(), alias);
        List<SelectFieldOrAsterisk> columns = new ArrayList<>();
        columns.add(table.asterisk());
        plan.computed().stream()
                .filter(column -> column.scan() == scan.number())
                .sorted(Comparator.comparing(column -> column.field().apiName()))
                .forEach(column -> columns.add(FormulaSql.column(alias, column.field(), column.computation().orElseThrow())));
        return columns.size() == 1 ? table : DSL.select(columns).from(table).asTable(name(alias));
    }

    static String alias(int scan) {
        return "t" + scan;
    }

    /** The name of a column in the result; two columns never share one. */
    static String label(Column column) {
        return alias(column.scan()) + "." + column.field().apiName();
    }

    /** The name of a group's value in the result. */
    static String label(int position) {
        return "v" + position;
    }
}
