package org.gatehouse.query.syntax;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Puts values in the place of names after colons, between the lexer and the parser: a value is a token before the query has a shape, so none
 * can give it another. What follows a colon in a word for days, such as LAST_N_DAYS:30, is a number and stays.
 */
final class BoundTokens {
    private BoundTokens() {}

    /** The names after colons. */
    static Set<String> names(List<? extends Token> tokens) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (named(tokens, i)) {
                names.add(tokens.get(i + 1).getText());
            }
        }
        return names;
    }

    /** The same tokens with values; a list of values stands with commas, as IN has it, and in parentheses where IN has none. */
    static List<Token> bind(List<? extends Token> tokens, Map<String, List<BoundValue>> values) {
        List<Token> bound = new ArrayList<>(tokens.size());
        int i = 0;
        while (i < tokens.size()) {
            if (!named(tokens, i)) {
                bound.add(tokens.get(i));
                i++;
                continue;
            }
            Token colon = tokens.get(i);
            String name = tokens.get(i + 1).getText();
            List<BoundValue> given = values.get(name);
            if (given == null || given.isEmpty()) {
                throw SyntaxProblems.malformed(QueryParser.position(colon), "there is no value for ':" + name + "'.");
            }
            boolean bare = i > 0 && tokens.get(i - 1).getType() == SoqlLexer.IN;
            if (bare) {
                bound.add(token(SoqlLexer.LEFT, "(", colon));
            }
            for (int value = 0; value < given.size(); value++) {
                if (value > 0) {
                    bound.add(token(SoqlLexer.COMMA, ",", colon));
                }
                bound.add(token(given.get(value).tokenType(), given.get(value).text(), colon));
            }
            if (bare) {
                bound.add(token(SoqlLexer.RIGHT, ")", colon));
            }
            i += 2;
        }
        return bound;
    }

    private static boolean named(List<? extends Token> tokens, int i) {
        return tokens.get(i).getType() == SoqlLexer.COLON && i + 1 < tokens.size() && tokens.get(i + 1).getType() == SoqlLexer.IDENTIFIER;
    }

    private static Token token(int type, String text, Token place) {
        CommonToken token = new CommonToken(type, text);
        token.setLine(place.getLine());
        token.setCharPositionInLine(place.getCharPositionInLine());
        return token;
    }
}
