package org.gatehouse.permission;

/** Which records of one object a caller may see. Every scan carries one. Only this package makes {@link Every}. */
public sealed interface RecordFilter {
    /** All of them. */
    record Every() implements RecordFilter {}

    /** None of them. */
    record None() implements RecordFilter {}

    /** Those that the predicate holds for. */
    record Matching(Predicate predicate) implements RecordFilter {}
}
