package org.gatehouse.metadata.formula;

import static org.gatehouse.metadata.formula.FormulaType.BOOLEAN;
import static org.gatehouse.metadata.formula.FormulaType.DATETIME;
import static org.gatehouse.metadata.formula.FormulaType.NUMBER;
import static org.gatehouse.metadata.formula.FormulaType.TEXT;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A function whose arguments and result have fixed types. Those that take any type (IF, CASE, ISBLANK, BLANKVALUE, TEXT, ISPICKVAL) are forms of
 * their own in {@link FormulaTyping}.
 */
@SuppressWarnings("ImmutableEnumChecker") // The lists are made by List.of and nCopies and cannot change.
public enum Function {
    AND(BOOLEAN, 1, BOOLEAN),
    OR(BOOLEAN, 1, BOOLEAN),
    NOT(BOOLEAN, BOOLEAN),
    LEN(NUMBER, TEXT),
    LEFT(TEXT, TEXT, NUMBER),
    RIGHT(TEXT, TEXT, NUMBER),
    MID(TEXT, TEXT, NUMBER, NUMBER),
    TRIM(TEXT, TEXT),
    UPPER(TEXT, TEXT),
    LOWER(TEXT, TEXT),
    CONTAINS(BOOLEAN, TEXT, TEXT),
    BEGINS(BOOLEAN, TEXT, TEXT),
    ABS(NUMBER, NUMBER),
    ROUND(NUMBER, NUMBER, NUMBER),
    FLOOR(NUMBER, NUMBER),
    CEILING(NUMBER, NUMBER),
    MIN(NUMBER, 1, NUMBER),
    MAX(NUMBER, 1, NUMBER),
    MOD(NUMBER, NUMBER, NUMBER),
    TODAY(FormulaType.DATE),
    NOW(DATETIME),
    YEAR(NUMBER, FormulaType.DATE),
    MONTH(NUMBER, FormulaType.DATE),
    DAY(NUMBER, FormulaType.DATE),
    DATE(FormulaType.DATE, NUMBER, NUMBER, NUMBER);

    private static final int MOST_ARGUMENTS = 50;

    private final FormulaType result;
    private final List<FormulaType> parameters;
    private final boolean repeats;

    Function(FormulaType result, FormulaType... parameters) {
        this.result = result;
        this.parameters = List.of(parameters);
        this.repeats = false;
    }

    /** One that takes any number of the same type, at least as many as said. */
    Function(FormulaType result, int least, FormulaType parameter) {
        this.result = result;
        this.parameters = Collections.nCopies(least, parameter);
        this.repeats = true;
    }

    static Optional<Function> named(String name) {
        for (Function function : values()) {
            if (function.name().equals(name)) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }

    FormulaType result() {
        return result;
    }

    /** The type asked for at that place, null where the function takes no argument there. */
    @Nullable FormulaType parameter(int index) {
        if (repeats) {
            return index < MOST_ARGUMENTS ? parameters.getFirst() : null;
        }
        return index < parameters.size() ? parameters.get(index) : null;
    }

    /** How few arguments it takes. */
    int least() {
        return parameters.size();
    }
}
