package org.gatehouse.metadata.formula;

/** A sign between two parts of a formula. */
public enum Operator {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    JOIN,
    EQUAL,
    UNEQUAL,
    BELOW,
    AT_MOST,
    ABOVE,
    AT_LEAST,
    BOTH,
    EITHER
}
