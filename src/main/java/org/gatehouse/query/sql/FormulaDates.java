package org.gatehouse.query.sql;

import static org.jooq.impl.DSL.day;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.localDateAdd;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.DataType;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The dates of formulas in a statement. */
final class FormulaDates {
    private FormulaDates() {}

    /** A date or a point in time that a table stores. PostgreSQL knows infinite ones, of which it can take no part: they are null. */
    static Field<?> stored(Field<?> column) {
        return finite(column, column.getDataType());
    }

    /** A point in time that is stored without its zone, in UTC. */
    static Field<?> zoneless(Field<?> column) {
        return Dialects.choose(
                SQLDataType.INSTANT,
                DSL.field("({0} at time zone 'UTC')", SQLDataType.INSTANT, finite(column, SQLDataType.LOCALDATETIME)),
                DSL.field("cast(cast({0} as varchar) || '+00' as timestamp with time zone)", SQLDataType.INSTANT, column));
    }

    private static <T> Field<T> finite(Field<?> column, DataType<T> type) {
        return Dialects.choose(type, DSL.field("nullif(nullif({0}, 'infinity'), '-infinity')", type, column), column.coerce(type));
    }

    static Field<BigDecimal> part(Field<LocalDate> date, DatePart part) {
        return DSL.extract(date, part).cast(FormulaNumbers.TYPE);
    }

    /** The day of that name, null where there is none. Counted from a first day, because making a date of its parts fails where there is none. */
    static Field<LocalDate> date(Field<BigDecimal> year, Field<BigDecimal> month, Field<BigDecimal> day) {
        Field<Integer> months = whole(year, 9_999).minus(inline(1)).times(inline(12)).plus(whole(month, 12)).minus(inline(1));
        Field<LocalDate> first = localDateAdd(inline(LocalDate.of(1, 1, 1)), months, DatePart.MONTH).cast(SQLDataType.LOCALDATE);
        Field<LocalDate> date = localDateAdd(first, whole(day, 31).minus(inline(1)), DatePart.DAY).cast(SQLDataType.LOCALDATE);
        return when(
                within(year, 10_000).and(within(month, 13)).and(within(day, 32)),
                when(day(date).eq(whole(day, 31)), date));
    }

    private static Field<Integer> whole(Field<BigDecimal> number, int most) {
        return FormulaNumbers.clamped(number, most);
    }

    private static org.jooq.Condition within(Field<BigDecimal> number, int end) {
        return number.ge(inline(BigDecimal.ONE)).and(number.lt(inline(BigDecimal.valueOf(end))));
    }
}
