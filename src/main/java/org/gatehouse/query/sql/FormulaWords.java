package org.gatehouse.query.sql;

import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import org.gatehouse.metadata.formula.FormulaType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** TEXT in a statement: a value in words, on both databases the same and whatever a session's settings are. */
final class FormulaWords {
    private static final String DATE = "YYYY-MM-DD";
    private static final String DATETIME = "YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"";

    /** Added to a number, so that H2 never writes it with an exponent; taken off the text again with the zeros at both ends. */
    private static final BigDecimal PLAIN = BigDecimal.TEN.pow(24);

    private FormulaWords() {}

    static Field<String> of(Field<?> value, FormulaType type) {
        return switch (type) {
            case TEXT, PICKLIST, NOTHING -> value.coerce(String.class);
            case BOOLEAN -> when(value.isNull(), DSL.castNull(SQLDataType.VARCHAR))
                    .when(value.coerce(Boolean.class), inline("true"))
                    .otherwise(inline("false"));
            case NUMBER -> number(value.coerce(BigDecimal.class));
            case DATE -> DSL.field("to_char({0}, {1})", SQLDataType.VARCHAR, value, inline(DATE));
            case DATETIME -> DSL.field("to_char({0} at time zone 'UTC', {1})", SQLDataType.VARCHAR, value, inline(DATETIME));
        };
    }

    private static Field<String> number(Field<BigDecimal> value) {
        Field<BigDecimal> plain = DSL.abs(value).plus(inline(PLAIN));
        Field<String> digits = DSL.field(
                "regexp_replace(cast({0} as varchar), {1}, '')", SQLDataType.VARCHAR, plain, inline("^10*(?=[0-9]+\\.)|\\.?0+$"));
        return Dialects.choose(
                SQLDataType.VARCHAR,
                DSL.field("cast(trim_scale({0}) as varchar)", SQLDataType.VARCHAR, value),
                concat(when(value.lt(inline(BigDecimal.ZERO)), inline("-")).otherwise(inline("")), digits));
    }
}
