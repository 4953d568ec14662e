package org.gatehouse.query.sql;

import static org.jooq.impl.DSL.abs;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.ceil;
import static org.jooq.impl.DSL.charLength;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.floor;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.substring;
import static org.jooq.impl.DSL.trim;
import static org.jooq.impl.DSL.upper;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.gatehouse.metadata.formula.Formula;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The functions of formulas in a statement. Positions count characters as Unicode does; H2 counts halves of them, so patterns count for it. */
final class FormulaFunctions {
    /** No text that a field or a formula can hold is longer. */
    private static final int LONGEST = 1_000_000;

    private final FormulaSql sql;

    FormulaFunctions(FormulaSql sql) {
        this.sql = sql;
    }

    Field<?> value(Formula.Applied call) {
        List<Formula> arguments = call.arguments();
        return switch (call.function()) {
            case AND -> FormulaSql.truth(and(arguments.stream().map(sql::holds).toList()));
            case OR -> FormulaSql.truth(or(arguments.stream().map(sql::holds).toList()));
            case NOT -> FormulaSql.truth(sql.holds(arguments.getFirst()).not());
            case LEN -> length(text(call, 0));
            case LEFT -> FormulaSql.blankAsNull(left(text(call, 0), count(call, 1)));
            case RIGHT -> FormulaSql.blankAsNull(right(text(call, 0), count(call, 1)));
            case MID -> FormulaSql.blankAsNull(middle(text(call, 0), greatest(count(call, 1).minus(inline(1)), inline(0)), count(call, 2)));
            case TRIM -> FormulaSql.blankAsNull(trim(text(call, 0)));
            case UPPER -> FormulaSql.blankAsNull(upper(text(call, 0)));
            case LOWER -> FormulaSql.blankAsNull(lower(text(call, 0)));
            case CONTAINS -> FormulaSql.truth(position(text(call, 0), text(call, 1)).gt(inline(0)));
            case BEGINS -> FormulaSql.truth(position(text(call, 0), text(call, 1)).eq(inline(1)));
            case ABS -> abs(number(call, 0));
            case FLOOR -> FormulaNumbers.bounded(floor(number(call, 0)));
            case CEILING -> FormulaNumbers.bounded(ceil(number(call, 0)));
            case ROUND -> FormulaNumbers.rounded(number(call, 0), number(call, 1));
            case MOD -> FormulaNumbers.rest(number(call, 0), number(call, 1));
            case MIN -> extreme(sql.numbers(arguments), false);
            case MAX -> extreme(sql.numbers(arguments), true);
            case TODAY -> inline(LocalDate.ofInstant(sql.now(), ZoneOffset.UTC));
            case NOW -> inline(sql.now());
            case YEAR -> FormulaDates.part(sql.date(arguments.getFirst()), DatePart.YEAR);
            case MONTH -> FormulaDates.part(sql.date(arguments.getFirst()), DatePart.MONTH);
            case DAY -> FormulaDates.part(sql.date(arguments.getFirst()), DatePart.DAY);
            case DATE -> FormulaDates.date(number(call, 0), number(call, 1), number(call, 2));
        };
    }

    private Field<String> text(Formula.Applied call, int index) {
        return sql.text(call.arguments().get(index));
    }

    private Field<BigDecimal> number(Formula.Applied call, int index) {
        return sql.number(call.arguments().get(index));
    }

    private Field<Integer> count(Formula.Applied call, int index) {
        return FormulaNumbers.clamped(coalesce(number(call, index), inline(BigDecimal.ZERO)), LONGEST);
    }

    /** Null as soon as one is null, as in arithmetic; the databases would leave it out. */
    private static Field<BigDecimal> extreme(List<Field<BigDecimal>> numbers, boolean largest) {
        Field<?>[] others = numbers.subList(1, numbers.size()).toArray(Field[]::new);
        Field<BigDecimal> extreme = largest ? greatest(numbers.getFirst(), others) : least(numbers.getFirst(), others);
        return when(and(numbers.stream().map(Field::isNotNull).toList()), extreme);
    }

    private static Field<BigDecimal> length(Field<String> text) {
        Field<String> halved = DSL.field("regexp_replace({0}, {1}, '_')", SQLDataType.VARCHAR, text, inline("[\\x{10000}-\\x{10FFFF}]"));
        return Dialects.choose(SQLDataType.INTEGER, charLength(text), charLength(halved)).cast(FormulaNumbers.TYPE);
    }

    private static Field<String> left(Field<String> text, Field<Integer> count) {
        return Dialects.choose(SQLDataType.VARCHAR, DSL.left(text, count), matched(text, concat(inline("(?s)^(.{0,"), count, inline("})"))));
    }

    private static Field<String> right(Field<String> text, Field<Integer> count) {
        return Dialects.choose(SQLDataType.VARCHAR, DSL.right(text, count), matched(text, concat(inline("(?s)(.{0,"), count, inline("})\\z"))));
    }

    private static Field<String> middle(Field<String> text, Field<Integer> before, Field<Integer> count) {
        return Dialects.choose(
                SQLDataType.VARCHAR,
                substring(text, before.plus(inline(1)), count),
                matched(text, concat(inline("(?s)^.{0,"), before, inline("}(.{0,"), count, inline("})"))));
    }

    /** The group of the pattern's first match in H2. The patterns hold numbers and nothing that a record could write. */
    private static Field<String> matched(Field<String> text, Field<String> pattern) {
        return DSL.field("regexp_substr({0}, {1}, 1, 1, 'c', 1)", SQLDataType.VARCHAR, text, pattern);
    }
}
