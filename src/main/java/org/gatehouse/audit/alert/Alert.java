package org.gatehouse.audit.alert;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An alert as an administrator writes it: a search over events, and how many of what it finds are too many. Switched off, it is a saved search.
 *
 * @param name its name in the event log
 * @param enabled whether it is looked at; it is where nothing is said
 * @param search which events count
 * @param threshold how many raise the alert
 * @param minutes within what time
 * @param each what is counted by itself
 * @param freezes whether the connection is frozen that raised it
 * @param version counts changes: an update names the version it was made from
 */
public record Alert(
        String name, String description, Boolean enabled, AlertSearch search, long threshold, int minutes, Each each, Boolean freezes,
        @Nullable Integer version) {
    // What comes from outside may lack members; the check names them.
    @SuppressWarnings({"ConstantValue", "NullableProblems"})
    public Alert {
        name = Objects.requireNonNullElse(name, "");
        description = Objects.requireNonNullElse(description, "");
        enabled = Objects.requireNonNullElse(enabled, true);
        search = Objects.requireNonNullElse(search, AlertSearch.EVERYTHING);
        each = Objects.requireNonNullElse(each, Each.ALL);
        freezes = Objects.requireNonNullElse(freezes, false);
    }

    /** In what steps of time it counts. */
    AlertSteps steps() {
        return new AlertSteps(minutes);
    }
}
