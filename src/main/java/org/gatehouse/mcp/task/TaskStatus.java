package org.gatehouse.mcp.task;

import java.util.Locale;

/** What a task does at the moment. */
public enum TaskStatus {
    WORKING,
    INPUT_REQUIRED,
    COMPLETED,
    FAILED,
    CANCELLED;

    /** The name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing more will become of it. */
    public boolean over() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }
}
