package org.gatehouse.query.sql;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.val;

import java.util.List;
import org.gatehouse.query.plan.CallerFilter;
import org.gatehouse.query.plan.Column;
import org.gatehouse.query.syntax.Literal;
import org.gatehouse.query.syntax.Operator;
import org.jooq.Condition;
import org.jooq.Field;

/** Compiles the caller's own condition. Values are bound with their own types; nothing here can fail on a row. */
final class CallerFilterSql {
    private final TextRules text;

    CallerFilterSql(TextRules text) {
        this.text = text;
    }

    Condition compile(CallerFilter filter) {
        return switch (filter) {
            case CallerFilter.And(var terms) -> and(terms.stream().map(this::compile).toList());
            case CallerFilter.Or(var terms) -> or(terms.stream().map(this::compile).toList());
            case CallerFilter.Compare(var column, var operator, var value, var nullMatches) ->
                orNull(compare(column, operator, value), column, nullMatches);
            case CallerFilter.Like(var column, var pattern, var negated) -> {
                Condition like = lower(field(column).coerce(String.class)).like(lower(val(pattern.pattern())), Literal.Text.ESCAPE);
                yield negated ? orNull(like.not(), column, true) : like;
            }
            case CallerFilter.In(var column, var values, var nullMatches, var negated) -> in(column, values, nullMatches, negated);
            case CallerFilter.IsNull(var column, var negated) -> negated ? field(column).isNotNull() : field(column).isNull();
        };
    }

    private Condition compare(Column column, Operator operator, Literal literal) {
        Field<Object> field = comparable(column);
        Field<Object> ordered = ordered(column);
        Field<Object> value = comparable(column, literal);
        return switch (operator) {
            case EQUAL -> field.eq(value);
            case NOT_EQUAL -> field.ne(value);
            case LESS -> ordered.lt(value);
            case LESS_OR_EQUAL -> ordered.le(value);
            case GREATER -> ordered.gt(value);
            case GREATER_OR_EQUAL -> ordered.ge(value);
        };
    }

    private static Condition in(Column column, List<Literal> literals, boolean nullMatches, boolean negated) {
        Field<Object> field = comparable(column);
        List<Field<Object>> values = literals.stream().map(literal -> comparable(column, literal)).toList();
        if (values.isEmpty()) {
            // Only null was listed.
            return orNull(negated ? field.isNotNull() : falseCondition(), column, nullMatches);
        }
        Condition among = negated ? field.notIn(values) : field.in(values);
        return orNull(among, column, nullMatches);
    }

    private static Condition orNull(Condition condition, Column column, boolean nullMatches) {
        return nullMatches ? condition.or(field(column).isNull()) : condition;
    }

    private static Field<?> field(Column column) {
        return Columns.column(SqlCompiler.alias(column.scan()), column.field());
    }

    @SuppressWarnings("unchecked") // The planner has checked that field and value are of one type.
    private static Field<Object> comparable(Column column) {
        return (Field<Object>) TextRules.folded(column.field().type(), field(column));
    }

    @SuppressWarnings("unchecked") // As above.
    private Field<Object> ordered(Column column) {
        return (Field<Object>) text.ordered(column.field().type(), field(column));
    }

    @SuppressWarnings("unchecked") // As above.
    private static Field<Object> comparable(Column column, Literal literal) {
        Field<?> value = switch (literal) {
            case Literal.Text text -> val(text.value());
            case Literal.Numeric number -> val(number.value());
            case Literal.Bool bool -> val(bool.value());
            case Literal.Date date -> val(date.value());
            case Literal.DateTime dateTime -> val(dateTime.value());
            case Literal.Null ignored -> throw new IllegalStateException("null is planned as IsNull");
        };
        return (Field<Object>) TextRules.folded(column.field().type(), value);
    }
}
