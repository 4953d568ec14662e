package org.gatehouse.console;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/** What the fields of a form hold, by the names that the page gives them: text, and yes or no for check boxes. */
final class FormValues implements Serializable {
    private static final long serialVersionUID = 1;

    private final HashMap<String, Object> values = new HashMap<>();

    /** All of them, for the page to show and to set. */
    Map<String, Object> all() {
        return values;
    }

    void put(String name, @Nullable Object value) {
        values.put(name, value == null ? "" : value.toString());
    }

    void put(String name, boolean value) {
        values.put(name, value);
    }

    /** The text without blanks around it; empty if there is none. */
    String text(String name) {
        return values.get(name) instanceof String text ? text.strip() : "";
    }

    /** The text, or null if there is none. */
    @Nullable String optional(String name) {
        String text = text(name);
        return text.isEmpty() ? null : text;
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /** The number, or null if nothing is there. */
    @Nullable Integer number(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,9}")) {
            throw Violations.one("/" + name, "this is no number");
        }
        return Integer.valueOf(text);
    }

    /** The lines that are not empty. */
    List<String> lines(String name) {
        return Arrays.stream(text(name).split("\\R")).map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
