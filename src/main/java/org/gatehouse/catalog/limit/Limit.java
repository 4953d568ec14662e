package org.gatehouse.catalog.limit;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A limit as an administrator writes it.
 *
 * @param name its name in refusals and in the event log
 * @param enabled whether it holds; it does where nothing is said
 * @param size the most in one window
 * @param only what it is narrowed to: a client's id, a person's sign-in name, a server's name, a tool's name
 * @param each what has a budget of its own: with PERSON and CLIENT, each person with each client
 * @param version counts changes: an update names the version it was made from
 */
public record Limit(
        String name, String description, Boolean enabled, Measure measure, long size, Window window, Map<Dimension, String> only,
        Set<Dimension> each, @Nullable Integer version) {
    // What comes from outside may lack members; the check names them.
    @SuppressWarnings({"ConstantValue", "NullableProblems"})
    public Limit {
        name = Objects.requireNonNullElse(name, "");
        description = Objects.requireNonNullElse(description, "");
        enabled = Objects.requireNonNullElse(enabled, true);
        Map<Dimension, String> narrowed = new EnumMap<>(Dimension.class);
        if (only != null) {
            narrowed.putAll(only);
        }
        only = Collections.unmodifiableMap(narrowed);
        each = Collections.unmodifiableSet(each == null || each.isEmpty() ? EnumSet.noneOf(Dimension.class) : EnumSet.copyOf(each));
    }
}
