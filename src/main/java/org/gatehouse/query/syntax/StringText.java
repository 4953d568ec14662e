package org.gatehouse.query.syntax;

import java.util.HexFormat;

/** Reads the inside of a quoted text: backslash escapes, and the two wildcards that only LIKE knows. */
final class StringText {
    private final StringBuilder value = new StringBuilder();
    private final StringBuilder pattern = new StringBuilder();

    private StringText() {}

    /** The literal that a token's text, quotes included, stands for. */
    static Literal.Text read(String quoted, Position position) {
        StringText text = new StringText();
        int end = quoted.length() - 1;
        int i = 1;
        while (i < end) {
            char c = quoted.charAt(i);
            if (c != '\\') {
                text.add(c, c == '%' || c == '_');
                i++;
                continue;
            }
            char escaped = quoted.charAt(i + 1);
            i += 2;
            switch (escaped) {
                case 'n', 'N' -> text.add('\n', false);
                case 'r', 'R' -> text.add('\r', false);
                case 't', 'T' -> text.add('\t', false);
                case 'b', 'B' -> text.add('\b', false);
                case 'f', 'F' -> text.add('\f', false);
                case '\\', '\'', '"', '%', '_' -> text.add(escaped, false);
                case 'u' -> {
                    text.add(unicode(quoted, i, end, position), false);
                    i += 4;
                }
                default -> throw SyntaxProblems.malformed(position, "unknown escape '\\" + escaped + "' in a text. Write \\\\ for a backslash.");
            }
        }
        if (!text.value.codePoints().allMatch(QueryText::isText)) {
            throw SyntaxProblems.malformed(position, "a text with the character zero, or with half of a surrogate pair.");
        }
        return new Literal.Text(text.value.toString(), text.pattern.toString(), position);
    }

    private void add(char c, boolean wildcard) {
        value.append(c);
        boolean special = c == '%' || c == '_' || c == Literal.Text.ESCAPE;
        if (special && !wildcard) {
            pattern.append(Literal.Text.ESCAPE);
        }
        pattern.append(c);
    }

    private static char unicode(String quoted, int from, int end, Position position) {
        if (from + 4 > end || !quoted.substring(from, from + 4).chars().allMatch(HexFormat::isHexDigit)) {
            throw SyntaxProblems.malformed(position, "\\u in a text needs four hexadecimal digits.");
        }
        return (char) HexFormat.fromHexDigits(quoted, from, from + 4);
    }
}
