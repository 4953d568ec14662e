package org.gatehouse.catalog.custom;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a prompt that is filled in: {@code {{argument}}} or {@code {{argument.Field}}}.
 *
 * @param path the field of the record that the argument is, with parents before it; empty for the argument itself
 */
public record MergeField(String argument, String path) {
    /** Matches one such place. What fills it in is never looked at for others. */
    public static final Pattern PATTERN = Pattern.compile("\\{\\{\\s*([A-Za-z][A-Za-z0-9_]{0,39})((?:\\.[A-Za-z][A-Za-z0-9_]{0,79}){0,6})\\s*}}");

    /** What the pattern has just matched. */
    public static MergeField of(Matcher match) {
        String path = Objects.requireNonNull(match.group(2));
        return new MergeField(Objects.requireNonNull(match.group(1)), path.isEmpty() ? "" : path.substring(1));
    }
}
