package org.gatehouse.query.sql;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.gatehouse.query.plan.CallerFilter;
import org.gatehouse.query.plan.Column;
import org.gatehouse.query.plan.QueryPlan;
import org.gatehouse.query.plan.Value;
import org.gatehouse.query.syntax.Literal;
import org.gatehouse.query.syntax.Operator;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Compiles the caller's own condition. Values are bound with their own types; nothing here can fail on a row. */
final class CallerFilterSql {
    private final TextRules text;
    private final Function<Value, Field<?>> values;
    private final BiFunction<QueryPlan, Column, Select<Record1<Object>>> statements;

    /**
     * @param values what a value is in the rows that are filtered
     * @param statements makes the start of a query inside this one, its condition included
     */
    CallerFilterSql(TextRules text, Function<Value, Field<?>> values, BiFunction<QueryPlan, Column, Select<Record1<Object>>> statements) {
        this.text = text;
        this.values = values;
        this.statements = statements;
    }

    Condition compile(CallerFilter filter) {
        return switch (filter) {
            case CallerFilter.And(var terms) -> and(terms.stream().map(this::compile).toList());
            case CallerFilter.Or(var terms) -> or(terms.stream().map(this::compile).toList());
            case CallerFilter.Compare(var value, var operator, var literal, var nullMatches) ->
                orNull(compare(value, operator, literal), value, nullMatches);
            case CallerFilter.Like(var value, var pattern, var negated) -> {
                Condition like = lower(values.apply(value).coerce(String.class)).like(lower(val(pattern.pattern())), Literal.Text.ESCAPE);
                yield negated ? orNull(like.not(), value, true) : like;
            }
            case CallerFilter.In(var value, var literals, var nullMatches, var negated) -> in(value, literals, nullMatches, negated);
            case CallerFilter.InQuery(var column, var query, var found, var negated) -> {
                Select<Record1<Object>> ids = statements.apply(query, found);
                yield negated ? orNull(id(column).notIn(ids), column, true) : id(column).in(ids);
            }
            case CallerFilter.Includes(var column, var any, var negated) -> {
                Condition includes = or(any.stream().map(all -> and(all.stream().map(one -> holds(column, one)).toList())).toList());
                yield negated ? orNull(includes.not(), column, true) : includes;
            }
            case CallerFilter.IsNull(var value, var negated) -> negated ? values.apply(value).isNotNull() : values.apply(value).isNull();
        };
    }

    private Condition compare(Value value, Operator operator, Literal literal) {
        Field<Object> bound = comparable(value, literal);
        if (bound == null) {
            // An id that no record can have: equal to none, different from all.
            return operator == Operator.NOT_EQUAL ? values.apply(value).isNotNull() : falseCondition();
        }
        Field<Object> field = comparable(value);
        Field<Object> ordered = ordered(value);
        return switch (operator) {
            case EQUAL -> field.eq(bound);
            case NOT_EQUAL -> field.ne(bound);
            case LESS -> ordered.lt(bound);
            case LESS_OR_EQUAL -> ordered.le(bound);
            case GREATER -> ordered.gt(bound);
            case GREATER_OR_EQUAL -> ordered.ge(bound);
        };
    }

    private Condition in(Value value, List<Literal> literals, boolean nullMatches, boolean negated) {
        Field<Object> field = comparable(value);
        List<Field<Object>> values = literals.stream().map(literal -> comparable(value, literal)).filter(Objects::nonNull).toList();
        if (values.isEmpty()) {
            // Only null was listed, or ids that no record can have.
            return orNull(negated ? field.isNotNull() : falseCondition(), value, nullMatches);
        }
        Condition among = negated ? field.notIn(values) : field.in(values);
        return orNull(among, value, nullMatches);
    }

    /** The values of a multi-select picklist stand in one text, parted by semicolons. */
    private Condition holds(Column column, String one) {
        String escaped = one.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        Field<String> all = concat(inline(";"), values.apply(column).coerce(String.class), inline(";"));
        return lower(all).like(lower(val("%;" + escaped + ";%")), Literal.Text.ESCAPE);
    }

    private Condition orNull(Condition condition, Value value, boolean nullMatches) {
        return nullMatches ? condition.or(values.apply(value).isNull()) : condition;
    }

    @SuppressWarnings("unchecked") // The planner has checked that both sides are ids of one kind.
    private Field<Object> id(Column column) {
        return (Field<Object>) values.apply(column);
    }

    @SuppressWarnings("unchecked") // The planner has checked that field and value are of one type.
    private Field<Object> comparable(Value value) {
        return (Field<Object>) TextRules.folded(value.type(), values.apply(value));
    }

    @SuppressWarnings("unchecked") // As above.
    private Field<Object> ordered(Value value) {
        return (Field<Object>) text.ordered(value.type(), values.apply(value));
    }

    /** The literal as the column stores it; null for an id that no record can have. */
    @SuppressWarnings("unchecked") // As above.
    private @Nullable Field<Object> comparable(Value value, Literal literal) {
        Field<?> bound = switch (literal) {
            case Literal.Text written -> value instanceof Column column && column.field().isId()
                    ? column.field().traits().keyType().parse(written.value()).<Field<?>>map(DSL::val).orElse(null)
                    : val(written.value());
            case Literal.Numeric number -> val(number.value());
            case Literal.Bool bool -> val(bool.value());
            case Literal.Date date -> val(date.value());
            case Literal.DateTime dateTime -> val(dateTime.value(), values.apply(value).getDataType());
            case Literal.Days ignored -> throw new IllegalStateException("words for days are planned as ranges");
            case Literal.Null ignored -> throw new IllegalStateException("null is planned as IsNull");
        };
        return bound == null ? null : (Field<Object>) TextRules.folded(value.type(), bound);
    }
}
