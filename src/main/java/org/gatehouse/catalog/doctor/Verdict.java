package org.gatehouse.catalog.doctor;

/** How a step ended. */
public enum Verdict {
    /** It succeeds. */
    PASSED("passes"),
    /** It succeeds, or may succeed, but there is something to know. */
    NOTED("take note"),
    /** It fails, and so does the connection. */
    FAILED("fails"),
    /** It could not be tried. */
    SKIPPED("not tried");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** The verdict in a word or two. */
    public String word() {
        return word;
    }
}
