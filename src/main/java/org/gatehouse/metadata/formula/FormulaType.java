package org.gatehouse.metadata.formula;

import org.gatehouse.metadata.FieldType;

/** What kind of value a part of a formula has. */
public enum FormulaType {
    NUMBER("a number"),
    TEXT("text"),
    PICKLIST("a picklist"),
    BOOLEAN("true or false"),
    DATE("a date"),
    DATETIME("a date and time"),
    /** The word NULL, which fits every type. */
    NOTHING("null");

    private final String words;

    FormulaType(String words) {
        this.words = words;
    }

    /** The type in a sentence. */
    String words() {
        return words;
    }

    /** The type that a field's values have in a formula. */
    public static FormulaType of(FieldType type) {
        return switch (type) {
            case NUMBER, CURRENCY, PERCENT -> NUMBER;
            case BOOLEAN -> BOOLEAN;
            case DATE -> DATE;
            case DATETIME -> DATETIME;
            case PICKLIST, MULTI_PICKLIST -> PICKLIST;
            case ID, TEXT, LONG_TEXT, EMAIL, PHONE, URL, AUTO_NUMBER, LOOKUP, MASTER_DETAIL -> TEXT;
        };
    }

    /** Whether a value of this type may stand where that one is asked for. A picklist counts as text only through TEXT(). */
    boolean fits(FormulaType wanted) {
        return this == wanted || this == NOTHING;
    }
}
