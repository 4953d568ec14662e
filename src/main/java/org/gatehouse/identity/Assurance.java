package org.gatehouse.identity;

/** How surely a person was recognised at sign-in, weakest first. */
public enum Assurance {
    /** By one factor: a password, or another provider's word. */
    STANDARD,
    /** By a second factor as well. */
    HIGH;

    /** Whether this is at least as sure as what is required. */
    public boolean satisfies(Assurance required) {
        return compareTo(required) >= 0;
    }
}
