package org.gatehouse.audit.file;

import java.util.regex.Pattern;

/** Text for a cell that a spreadsheet may open: nothing that a person or an agent wrote may become a formula there. */
final class SpreadsheetText {
    /** What spreadsheets take for the beginning of a formula, the wide forms of it too, also behind blanks and quotes. */
    private static final Pattern FORMULA = Pattern.compile("^[\\s\"'\uFF02\uFF07]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20|%].*|^[\\t\\r\\n].*", Pattern.DOTALL);

    private SpreadsheetText() {}

    /** The text, behind an apostrophe if a spreadsheet could run it. */
    static String inert(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}
