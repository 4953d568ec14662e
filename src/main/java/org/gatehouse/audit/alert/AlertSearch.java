package org.gatehouse.audit.alert;

import java.util.function.Function;
import org.gatehouse.audit.file.EventFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which events count for an alert. What is null does not narrow. It has no time, because an alert looks at events as they come.
 *
 * @param action the method of a message, or the name of an act of administration
 */
public record AlertSearch(
        @Nullable String type,
        @Nullable String username,
        @Nullable String clientId,
        @Nullable String server,
        @Nullable String tool,
        @Nullable String action,
        @Nullable String object,
        @Nullable String recordId,
        @Nullable String outcome,
        @Nullable String errorCode,
        @Nullable String clientAddress) {
    /** Every event. */
    public static final AlertSearch EVERYTHING = new AlertSearch(null, null, null, null, null, null, null, null, null, null, null);

    /** A search of what a form says of each member, by the member's name; null for what does not narrow. */
    public static AlertSearch of(Function<String, @Nullable String> wanted) {
        return new AlertSearch(
                wanted.apply("type"), wanted.apply("username"), wanted.apply("clientId"), wanted.apply("server"), wanted.apply("tool"), wanted.apply("action"),
                wanted.apply("object"), wanted.apply("recordId"), wanted.apply("outcome"), wanted.apply("errorCode"), wanted.apply("clientAddress"));
    }

    /** The search over the event log that finds the same. */
    EventFilter filter() {
        return new EventFilter(type, null, null, username, clientId, server, tool, action, object, recordId, outcome, errorCode, clientAddress, null);
    }
}
