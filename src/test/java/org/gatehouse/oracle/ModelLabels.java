package org.gatehouse.oracle;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The labels of every picklist's values. Some label is another value, two values share one, and some values have none. */
final class ModelLabels {
    static final Map<String, String> BY_VALUE = new TreeMap<>(Map.of(
            "alpha", "First", "beta", "First", "Beta 2", "alpha", "100% pure", "it's 100%", "Z", "z", "back\\slash", "a\\b"));

    private ModelLabels() {}

    static String of(String value) {
        return BY_VALUE.getOrDefault(value, value);
    }

    /** Of several values parted by semicolons. */
    static String ofAll(String values) {
        return Arrays.stream(values.split(";", -1)).map(ModelLabels::of).collect(Collectors.joining(";"));
    }
}
