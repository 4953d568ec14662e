package org.gatehouse.catalog.limit;

/** What a limit counts. */
public enum Measure {
    /** Calls of tools, prompts and resources, whatever became of them. */
    CALLS("calls"),
    /** Records in answers. */
    ROWS("rows"),
    /** Bytes of answers: of their results as JSON in UTF-8. */
    BYTES("bytes");

    private final String noun;

    Measure(String noun) {
        this.noun = noun;
    }

    /** As it stands after a number. */
    public String noun() {
        return noun;
    }
}
