package org.gatehouse.query.syntax;

/** One field to order by. Nulls come first unless the query says otherwise, in either direction. */
public record Ordering(Path path, boolean descending, boolean nullsLast) {}
