package org.gatehouse.metadata.design;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a record's number is written: a text with one group of zeros in braces, for example {@code C-{000000}}.
 *
 * @param before the text before the number
 * @param digits the least digits of the number
 * @param after the text behind the number
 */
public record AutoNumberFormat(String before, int digits, String after) {
    private static final Pattern FORM = Pattern.compile("([^{}]{0,10})\\{(0{1,10})}([^{}]{0,10})");

    /** The format that the text describes, if it describes one. */
    public static Optional<AutoNumberFormat> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new AutoNumberFormat(form.group(1), form.group(2).length(), form.group(3))) : Optional.empty();
    }

    /** The number as it is written. */
    public String format(long number) {
        String written = Long.toString(number);
        return before + "0".repeat(Math.max(0, digits - written.length())) + written + after;
    }
}
