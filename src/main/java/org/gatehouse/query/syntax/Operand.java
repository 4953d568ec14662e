package org.gatehouse.query.syntax;

/** What a query computes with: a field, or a function of one. */
public sealed interface Operand permits Path, FunctionCall {
    /** Where it begins. */
    Position position();

    /** It as written, for messages and for finding it again in GROUP BY. Names are compared without regard to case. */
    String text();
}
