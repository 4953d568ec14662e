package org.gatehouse.platform.configuration;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Finds settings that no feature reads. A misspelt setting would otherwise be ignored, and somebody would rely on a policy that is not in
 * force.
 */
final class ConfigurationCheck {
    static final String PREFIX = "gatehouse.";

    private static final LevenshteinDistance EDITS = LevenshteinDistance.getDefaultInstance();

    private final Set<String> known;

    ConfigurationCheck(Set<String> known) {
        this.known = new TreeSet<>(known);
    }

    /** One sentence for each {@code gatehouse.} name that is not known; empty if all is well. */
    List<String> complaints(Iterable<String> names) {
        Set<String> unknown = new TreeSet<>();
        for (String name : names) {
            if (name.startsWith(PREFIX) && !known.contains(name)) {
                unknown.add(name);
            }
        }
        return unknown.stream().map(this::complaint).toList();
    }

    private String complaint(String name) {
        Optional<String> nearest = known.stream().min(Comparator.comparingInt(key -> EDITS.apply(key, name)));
        return "Unknown setting " + name + nearest.map(key -> "; did you mean " + key + "?").orElse(".");
    }
}
