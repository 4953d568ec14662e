package org.gatehouse.query.syntax;

import java.util.Locale;
import java.util.Map;
import org.antlr.v4.runtime.Token;

/** Says in words what is wrong with a token, and what to write instead where that is known. */
final class SyntaxHints {
    private static final int SHOWN = 40;

    private static final Map<String, String> NOT_SUPPORTED = Map.ofEntries(
            Map.entry("group", "GROUP BY is not supported."),
            Map.entry("having", "HAVING is not supported."),
            Map.entry("for", "FOR VIEW, FOR REFERENCE and FOR UPDATE are not supported."),
            Map.entry("with", "WITH is not needed: a query always runs with the rights of the signed-in person."),
            Map.entry("using", "USING SCOPE is not supported."),
            Map.entry("typeof", "TYPEOF is not supported; select the reference field itself."),
            Map.entry("includes", "INCLUDES is not supported."),
            Map.entry("excludes", "EXCLUDES is not supported."),
            Map.entry("select", "A query inside a query is not supported."),
            Map.entry("all", "ALL ROWS is not supported."),
            Map.entry(":", "Bind variables are not supported; write the value into the query."),
            Map.entry(";", "Write one query, without a semicolon."),
            Map.entry("*", "Name the fields to select; getObjectSchema lists them."),
            Map.entry("\"", "Write text in single quotes."),
            Map.entry("'", "The text that begins here has no closing single quote on its line."));

    private SyntaxHints() {}

    static String explain(Token token) {
        if (token.getType() == Token.EOF) {
            return "unexpected end of query.";
        }
        String text = token.getText();
        String hint = switch (token.getType()) {
            case SoqlLexer.AND, SoqlLexer.OR -> "Use parentheses where AND and OR meet.";
            default -> NOT_SUPPORTED.get(text.toLowerCase(Locale.ROOT));
        };
        return "unexpected token: '" + shortened(text) + "'." + (hint == null ? "" : " " + hint);
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
