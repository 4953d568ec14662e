package org.gatehouse.console;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A range of addresses as a line of a form: {@code first - last}, or one address alone. What the text means is for the settings to judge.
 *
 * @param last the same as the first for a single address
 */
record RangeText(String first, String last) {
    static List<RangeText> read(String lines) {
        return Arrays.stream(lines.split("\\R")).map(String::strip).filter(line -> !line.isEmpty()).map(RangeText::line).toList();
    }

    static String written(List<RangeText> ranges) {
        return ranges.stream()
                .map(range -> range.first().equals(range.last()) ? range.first() : range.first() + " - " + range.last())
                .collect(Collectors.joining("\n"));
    }

    private static RangeText line(String line) {
        int dash = line.indexOf('-');
        return dash < 0 ? new RangeText(line, line) : new RangeText(line.substring(0, dash).strip(), line.substring(dash + 1).strip());
    }
}
