package org.gatehouse.catalog.dialogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much a log message matters (MCP, server/utilities/logging; RFC 5424 section 6.2.1). Least first. */
public enum LogLevel {
    DEBUG,
    INFO,
    NOTICE,
    WARNING,
    ERROR,
    CRITICAL,
    ALERT,
    EMERGENCY;

    /** The name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level of this name on the wire. */
    public static Optional<LogLevel> find(String wireName) {
        return Arrays.stream(values()).filter(level -> level.wireName().equals(wireName)).findFirst();
    }
}
