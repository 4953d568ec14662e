package org.gatehouse.query.syntax;

/** One field or function to order by. Nulls come first unless the query says otherwise, in either direction. */
public record Ordering(Operand operand, boolean descending, boolean nullsLast) {}
