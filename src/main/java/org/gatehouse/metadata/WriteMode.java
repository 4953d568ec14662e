package org.gatehouse.metadata;

/** What may be done to the records of an object at all, whoever asks: a mapped table may belong to another program. */
public enum WriteMode {
    READ_WRITE("ReadWrite"),
    INSERT_ONLY("InsertOnly"),
    READ_ONLY("ReadOnly");

    private final String apiName;

    WriteMode(String apiName) {
        this.apiName = apiName;
    }

    /** The mode's name in metadata. */
    public String apiName() {
        return apiName;
    }

    /** Whether records may be made. */
    public boolean inserts() {
        return this != READ_ONLY;
    }

    /** Whether records may be changed and deleted. */
    public boolean changes() {
        return this == READ_WRITE;
    }

    /**
     * The mode of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static WriteMode named(String apiName) {
        for (WriteMode mode : values()) {
            if (mode.apiName.equals(apiName)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("No write mode is named " + apiName);
    }
}
