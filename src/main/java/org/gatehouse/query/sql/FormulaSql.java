package org.gatehouse.query.sql;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.formula.Formula;
import org.gatehouse.metadata.formula.FormulaType;
import org.gatehouse.query.plan.Computation;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Computes a formula in the statement, as {@code FormulaEvaluator} computes it in memory. No part of it can fail on a row, whatever the row holds:
 * else an error would tell of rows that the record filter hides.
 *
 * <p>A scan whose formula fields a query names is a query of its own that adds them as columns, so that every clause names a column. Constants stand in
 * the text: an administrator wrote them, and they are the same for everybody.
 */
final class FormulaSql {
    private final String alias;
    private final Instant now;
    private final FormulaFunctions functions = new FormulaFunctions(this);

    private FormulaSql(String alias, Instant now) {
        this.alias = alias;
        this.now = now;
    }

    /** The value of a formula field in the row with that alias, under the name of its column. */
    static Field<?> column(String alias, FieldDefinition definition, Computation computation) {
        FormulaType type = FormulaType.of(definition.type());
        Field<?> value = new FormulaSql(alias, computation.now()).value(computation.formula(), type);
        return (type == FormulaType.NUMBER ? FormulaNumbers.shown(number(value), definition.scale()) : value).as(name(column(definition)));
    }

    /** The column that {@link #column} made. */
    static Field<?> computed(String alias, FieldDefinition definition) {
        return field(name(alias, column(definition)), dataType(FormulaType.of(definition.type())));
    }

    /** No table of Gatehouse's has a column of such a name. */
    private static String column(FieldDefinition definition) {
        return "=" + definition.apiName();
    }

    Instant now() {
        return now;
    }

    /** @param wanted the type that the word NULL has there */
    Field<?> value(Formula formula, FormulaType wanted) {
        FormulaType type = formula.type() == FormulaType.NOTHING ? wanted : formula.type();
        return switch (formula) {
            case Formula.Constant(var ignored, var value) -> constant(type, value);
            case Formula.Stored(var definition, var ignored) -> stored(definition, type);
            case Formula.Prior ignored -> throw notAField(formula);
            case Formula.IsNew ignored -> throw notAField(formula);
            case Formula.Negative(var operand) -> number(operand).neg();
            case Formula.Binary binary -> binary(binary);
            case Formula.Choice choice -> choice(choice, type);
            case Formula.Blank(var operand) -> truth(value(operand, FormulaType.TEXT).isNull());
            case Formula.InWords(var operand) -> FormulaWords.of(value(operand, FormulaType.TEXT), operand.type());
            case Formula.Applied applied -> functions.value(applied);
        };
    }

    Field<BigDecimal> number(Formula formula) {
        return number(value(formula, FormulaType.NUMBER));
    }

    /** A text for a function, to which a blank is the empty text. */
    Field<String> text(Formula formula) {
        return coalesce(string(value(formula, FormulaType.TEXT)), inline(""));
    }

    /** Whether a condition is true; blank is false. */
    Condition holds(Formula formula) {
        Field<Boolean> value = bool(value(formula, FormulaType.BOOLEAN));
        // Only a choice can give null, and NULL itself.
        boolean blank = formula instanceof Formula.Choice || formula instanceof Formula.Constant;
        return condition(blank ? coalesce(value, inline(false)) : value);
    }

    static Field<Boolean> truth(Condition condition) {
        return field(condition);
    }

    static Field<String> blankAsNull(Field<String> text) {
        return nullif(text, inline(""));
    }

    static DataType<?> dataType(FormulaType type) {
        return switch (type) {
            case NUMBER -> FormulaNumbers.TYPE;
            case TEXT, PICKLIST, NOTHING -> SQLDataType.VARCHAR;
            case BOOLEAN -> SQLDataType.BOOLEAN;
            case DATE -> SQLDataType.LOCALDATE;
            case DATETIME -> SQLDataType.INSTANT;
        };
    }

    private static Field<?> constant(FormulaType type, @Nullable Object value) {
        return switch (value) {
            case null -> castNull(dataType(type));
            case BigDecimal number -> inline(number).cast(FormulaNumbers.TYPE);
            case Boolean bool -> inline(bool);
            default -> inline(value.toString());
        };
    }

    private Field<?> stored(FieldDefinition definition, FormulaType type) {
        Field<?> column = Columns.column(alias, definition);
        return switch (type) {
            case NUMBER -> FormulaNumbers.stored(column);
            case BOOLEAN -> coalesce(bool(column), inline(false));
            case TEXT, PICKLIST, NOTHING -> blankAsNull(definition.isId() ? column.cast(SQLDataType.VARCHAR) : string(column));
            case DATE -> FormulaDates.stored(column);
            case DATETIME -> definition.traits().zoneless() ? FormulaDates.zoneless(column) : FormulaDates.stored(column);
        };
    }

    private Field<?> choice(Formula.Choice choice, FormulaType type) {
        return when(holds(choice.condition()), any(value(choice.then(), type))).otherwise(any(value(choice.otherwise(), type)));
    }

    private Field<?> binary(Formula.Binary binary) {
        return switch (binary.operator()) {
            case BOTH -> truth(holds(binary.left()).and(holds(binary.right())));
            case EITHER -> truth(holds(binary.left()).or(holds(binary.right())));
            case JOIN -> blankAsNull(concat(text(binary.left()), text(binary.right())));
            case ADD, SUBTRACT, MULTIPLY, DIVIDE ->
                FormulaNumbers.computed(binary.operator(), number(binary.left()), number(binary.right()));
            case EQUAL, UNEQUAL, BELOW, AT_MOST, ABOVE, AT_LEAST -> compared(binary);
        };
    }

    /** Two blanks are equal, and no blank is below or above anything. */
    private Field<Boolean> compared(Formula.Binary binary) {
        FormulaType type = binary.left().type() == FormulaType.NOTHING ? binary.right().type() : binary.left().type();
        Field<Object> left = any(value(binary.left(), type));
        Field<Object> right = any(value(binary.right(), type));
        return switch (binary.operator()) {
            case EQUAL -> truth(left.isNotDistinctFrom(right));
            case UNEQUAL -> truth(left.isDistinctFrom(right));
            case BELOW -> known(left.lt(right));
            case AT_MOST -> known(left.le(right));
            case ABOVE -> known(left.gt(right));
            case AT_LEAST -> known(left.ge(right));
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, JOIN, BOTH, EITHER -> throw new IllegalArgumentException("No comparison: " + binary.operator());
        };
    }

    private static Field<Boolean> known(Condition condition) {
        return coalesce(truth(condition), inline(false));
    }

    /** LocalDate, as the functions of dates need it. */
    @SuppressWarnings("unchecked") // The formula's types were checked.
    Field<LocalDate> date(Formula formula) {
        return (Field<LocalDate>) value(formula, FormulaType.DATE);
    }

    List<Field<BigDecimal>> numbers(List<Formula> formulas) {
        return formulas.stream().map(this::number).toList();
    }

    @SuppressWarnings("unchecked") // As above.
    private static Field<BigDecimal> number(Field<?> value) {
        return (Field<BigDecimal>) value;
    }

    private static Field<String> string(Field<?> value) {
        return value.coerce(String.class);
    }

    private static Field<Boolean> bool(Field<?> value) {
        return value.coerce(Boolean.class);
    }

    @SuppressWarnings("unchecked") // As above.
    private static Field<Object> any(Field<?> value) {
        return (Field<Object>) value;
    }

    private static IllegalStateException notAField(Formula formula) {
        return new IllegalStateException("A formula field knows only what the record is: " + formula);
    }
}
