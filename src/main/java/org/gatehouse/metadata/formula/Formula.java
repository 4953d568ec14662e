package org.gatehouse.metadata.formula;

import java.util.List;
import org.gatehouse.metadata.FieldDefinition;
import org.jspecify.annotations.Nullable;

/** A part of a formula whose fields exist and whose types fit. Other formula fields stand in it as their own formulas. */
public sealed interface Formula {
    /** What kind of value it has. */
    FormulaType type();

    /** A value that stands in the text: BigDecimal, String or Boolean, or null. */
    record Constant(FormulaType type, @Nullable Object value) implements Formula {}

    /** The value of a stored field. */
    record Stored(FieldDefinition field, FormulaType type) implements Formula {}

    /** The value that a stored field had before the change; for a new record the one it has. */
    record Prior(FieldDefinition field, FormulaType type) implements Formula {}

    /** Whether the record is new. */
    record IsNew() implements Formula {
        @Override
        public FormulaType type() {
            return FormulaType.BOOLEAN;
        }
    }

    record Negative(Formula operand) implements Formula {
        @Override
        public FormulaType type() {
            return FormulaType.NUMBER;
        }
    }

    record Binary(Operator operator, Formula left, Formula right, FormulaType type) implements Formula {}

    record Applied(Function function, List<Formula> arguments) implements Formula {
        public Applied {
            arguments = List.copyOf(arguments);
        }

        @Override
        public FormulaType type() {
            return function.result();
        }
    }

    /** IF, and each step of CASE. */
    record Choice(Formula condition, Formula then, Formula otherwise, FormulaType type) implements Formula {}

    record Blank(Formula operand) implements Formula {
        @Override
        public FormulaType type() {
            return FormulaType.BOOLEAN;
        }
    }

    /** TEXT: the value in words. A number is written without zeros at its end, a date as in ISO 8601. */
    record InWords(Formula operand) implements Formula {
        @Override
        public FormulaType type() {
            return FormulaType.TEXT;
        }
    }
}
