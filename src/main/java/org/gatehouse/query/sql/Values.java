package org.gatehouse.query.sql;

import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.extract;
import static org.jooq.impl.DSL.floor;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.query.plan.Aggregate;
import org.gatehouse.query.plan.Column;
import org.gatehouse.query.plan.DatePart;
import org.gatehouse.query.plan.PicklistLabel;
import org.gatehouse.query.plan.Subtotal;
import org.gatehouse.query.plan.Value;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Compiles the values of a plan. None of these expressions can fail on a row. */
final class Values {
    /** An average is rounded to so many digits behind the point: the databases carry it on to different ends. */
    private static final int AVERAGE_SCALE = 6;

    private Values() {}

    static Field<?> field(Value value) {
        return switch (value) {
            case Column column -> column(column);
            case Aggregate aggregate -> aggregate(aggregate);
            case Subtotal ignored -> throw new IllegalStateException("only rows of several groupings tell them apart");
        };
    }

    /** The value of the one object that has a record; those of the others are null. */
    private static Field<?> column(Column column) {
        List<Field<?>> alternatives = column.alternatives().stream().<Field<?>>map(Values::alone).toList();
        return alternatives.size() == 1
                ? alternatives.getFirst()
                : coalesce(alternatives.getFirst(), alternatives.subList(1, alternatives.size()).toArray(Field[]::new));
    }

    private static Field<?> alone(Column column) {
        String alias = SqlCompiler.alias(column.scan());
        Field<?> field = column.computation().isPresent() ? FormulaSql.computed(alias, column.field()) : Columns.column(alias, column.field());
        return column.function().<Field<?>>map(function -> switch (function) {
            // A time without its zone is taken apart as it is stored, in UTC: the databases do not agree on how to give it a zone.
            case DatePart part -> part(
                    FormulaDates.stored(field), column.field().type() == FieldType.DATETIME && !column.field().traits().zoneless(), part);
            case PicklistLabel label -> label(field.coerce(String.class), label);
        }).orElse(field);
    }

    private static Field<?> label(Field<String> field, PicklistLabel label) {
        if (label.values().isEmpty()) {
            return field;
        }
        Map<Field<String>, Field<String>> labels = new LinkedHashMap<>();
        label.values().forEach(value -> labels.put(inline(value.apiName()), inline(value.label())));
        return case_(field).mapFields(labels).else_(field);
    }

    private static Field<?> aggregate(Aggregate aggregate) {
        Field<?> field = aggregate.column().<Field<?>>map(Values::column).orElse(inline(1));
        return switch (aggregate.function()) {
            case COUNT -> aggregate.column().isPresent() ? number(count(field)) : number(count());
            case COUNT_DISTINCT -> number(countDistinct(field));
            case SUM -> sum(field.coerce(BigDecimal.class));
            case AVG -> avg(field.coerce(BigDecimal.class)).cast(SQLDataType.NUMERIC(38, AVERAGE_SCALE));
            case MIN -> min(field);
            case MAX -> max(field);
        };
    }

    private static Field<?> part(Field<?> field, boolean pointInTime, DatePart part) {
        Field<?> local = pointInTime ? inZone(field, part.zone()) : field;
        return switch (part.kind()) {
            case CALENDAR_YEAR, FISCAL_YEAR -> of(local, org.jooq.DatePart.YEAR, year -> year);
            case CALENDAR_QUARTER, FISCAL_QUARTER -> of(local, org.jooq.DatePart.QUARTER, quarter -> quarter);
            case CALENDAR_MONTH, FISCAL_MONTH -> of(local, org.jooq.DatePart.MONTH, month -> month);
            case DAY_IN_MONTH -> of(local, org.jooq.DatePart.DAY, day -> day);
            case DAY_IN_WEEK -> of(local, org.jooq.DatePart.DAY_OF_WEEK, day -> day);
            case DAY_IN_YEAR -> of(local, org.jooq.DatePart.DAY_OF_YEAR, day -> day);
            case WEEK_IN_MONTH -> of(local, org.jooq.DatePart.DAY, Values::week);
            case WEEK_IN_YEAR -> of(local, org.jooq.DatePart.DAY_OF_YEAR, Values::week);
            case DAY_ONLY -> local.cast(SQLDataType.LOCALDATE);
            case HOUR_IN_DAY -> of(local, org.jooq.DatePart.HOUR, hour -> hour);
        };
    }

    /** The first seven days are week one. */
    private static Field<Integer> week(Field<Integer> day) {
        return floor(day.minus(inline(1)).div(inline(7))).cast(SQLDataType.INTEGER).plus(inline(1));
    }

    private static Field<BigDecimal> of(Field<?> date, org.jooq.DatePart part, Function<Field<Integer>, Field<Integer>> then) {
        return number(then.apply(extract(date, part)));
    }

    private static Field<BigDecimal> number(Field<Integer> value) {
        return value.cast(SQLDataType.NUMERIC(12, 0));
    }

    /** A point in time as clocks there show it. jOOQ has no function for the operator that both databases know. */
    private static Field<?> inZone(Field<?> field, String zone) {
        return DSL.field("({0} at time zone {1})", SQLDataType.LOCALDATETIME, field, inline(zone));
    }
}
