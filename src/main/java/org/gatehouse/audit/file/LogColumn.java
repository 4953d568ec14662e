package org.gatehouse.audit.file;

import java.util.function.Function;

/**
 * One column of an event log file.
 *
 * @param name its name in the header
 * @param kind what its values are
 * @param value its value for an event; empty where there is none
 */
public record LogColumn(String name, Kind kind, Function<LogEvent, String> value) {
    /** What values are, for whoever loads the file. */
    public enum Kind {
        STRING("String"),
        NUMBER("Number"),
        BOOLEAN("Boolean"),
        DATE_TIME("DateTime"),
        /** Several names in one cell, separated by commas. */
        SET("Set"),
        IP("IP");

        private final String apiName;

        Kind(String apiName) {
            this.apiName = apiName;
        }

        public String apiName() {
            return apiName;
        }
    }
}
