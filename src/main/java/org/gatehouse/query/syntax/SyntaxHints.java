package org.gatehouse.query.syntax;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/** Says in words what is wrong with a token, and what to write instead where that is known. */
final class SyntaxHints {
    private static final int SHOWN = 40;
    private static final int LISTED = 5;

    private static final Map<String, String> NOT_SUPPORTED = Map.ofEntries(
            Map.entry("union", "UNION is not supported; write one query."),
            Map.entry(":", "Bind variables are not supported; write the value into the query."),
            Map.entry(";", "Write one query, without a semicolon."),
            Map.entry("*", "Name the fields to select; getObjectSchema lists them."),
            Map.entry("\"", "Write text in single quotes."),
            Map.entry("-", "Comments and arithmetic are not supported."),
            Map.entry("/", "Comments and arithmetic are not supported."),
            Map.entry("'", "The text that begins here has no closing single quote on its line."));

    private SyntaxHints() {}

    /** What to say about the token at which the parser gave up. */
    static String explain(Parser parser, Token token) {
        String hint = hint(parser.getTokenStream(), token);
        String advice = hint == null ? expected(parser) : " " + hint;
        return token.getType() == Token.EOF
                ? "unexpected end of query." + advice
                : "unexpected token: '" + shortened(token.getText()) + "'." + advice;
    }

    private static @Nullable String hint(TokenStream tokens, Token token) {
        Token before = token.getTokenIndex() > 0 ? tokens.get(token.getTokenIndex() - 1) : token;
        return switch (token.getType()) {
            case Token.EOF -> null;
            case SoqlLexer.AND, SoqlLexer.OR -> isOperator(before) ? null : "Use parentheses where AND and OR meet.";
            case SoqlLexer.IDENTIFIER -> named(token.getText(), before);
            default -> NOT_SUPPORTED.get(token.getText().toLowerCase(Locale.ROOT));
        };
    }

    private static boolean isOperator(Token token) {
        return switch (token.getType()) {
            case SoqlLexer.AND, SoqlLexer.OR, SoqlLexer.NOT, SoqlLexer.WHERE, SoqlLexer.LEFT -> true;
            default -> false;
        };
    }

    private static @Nullable String named(String text, Token before) {
        return switch (before.getType()) {
            case SoqlLexer.DATE -> "A time has a zone: 2026-01-31T10:15:00Z, or 2026-01-31T10:15:00+01:00.";
            default -> NOT_SUPPORTED.get(text.toLowerCase(Locale.ROOT));
        };
    }

    /** What could have stood there instead, if that is a short list. */
    private static String expected(Parser parser) {
        IntervalSet types = parser.getExpectedTokens();
        if (types.size() > LISTED) {
            return "";
        }
        return " Expected: " + types.toList().stream().map(type -> word(parser, type)).collect(Collectors.joining(", ")) + ".";
    }

    private static String word(Parser parser, int type) {
        return switch (type) {
            case Token.EOF -> "the end";
            case SoqlLexer.INTEGER -> "a whole number";
            case SoqlLexer.STRING -> "a text in single quotes";
            default -> parser.getVocabulary().getDisplayName(type).replace("'", "");
        };
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
