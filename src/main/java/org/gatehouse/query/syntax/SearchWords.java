package org.gatehouse.query.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the words between the braces of a search: words side by side must all be found, as with AND; OR, AND NOT and parentheses; phrases in
 * quotes; {@code *} for any characters and {@code ?} for one; a backslash before a character that means only itself.
 */
final class SearchWords {
    private static final int SHORTEST = 2;

    private final String text;
    private final Position position;
    private final int most;
    private int at;
    private int depth;

    private SearchWords(String text, Position position, int most) {
        this.text = text;
        this.position = position;
        this.most = most;
    }

    /**
     * The term that the text stands for.
     *
     * @param most how deep parentheses may stand in one another
     */
    static SearchTerm read(String text, Position position, int most) {
        SearchWords words = new SearchWords(text, position, most);
        SearchTerm term = words.any();
        words.space();
        if (words.at < text.length()) {
            throw words.malformed("a closing parenthesis without one that opens.");
        }
        return term;
    }

    private SearchTerm any() {
        List<SearchTerm> terms = new ArrayList<>(List.of(all()));
        while (takes("OR")) {
            terms.add(all());
        }
        return terms.size() == 1 ? terms.getFirst() : new SearchTerm.Or(terms);
    }

    private SearchTerm all() {
        List<SearchTerm> terms = new ArrayList<>(List.of(one()));
        while (more()) {
            boolean not = takes("AND") && takes("NOT");
            SearchTerm term = one();
            terms.add(not ? new SearchTerm.Not(term) : term);
        }
        return terms.size() == 1 ? terms.getFirst() : new SearchTerm.And(terms);
    }

    private boolean more() {
        space();
        return at < text.length() && text.charAt(at) != ')' && !stands("OR");
    }

    private SearchTerm one() {
        space();
        if (at == text.length() || text.charAt(at) == ')' || stands("OR") || stands("AND") || stands("NOT")) {
            throw malformed("a word is missing between the braces. Write FIND {word}.");
        }
        if (text.charAt(at) != '(') {
            return word();
        }
        if (++depth > most) {
            throw malformed("the words are nested more than " + most + " deep.");
        }
        at++;
        SearchTerm term = any();
        space();
        if (at == text.length()) {
            throw malformed("a parenthesis is not closed.");
        }
        at++;
        depth--;
        return term;
    }

    private SearchTerm word() {
        boolean phrase = text.charAt(at) == '"';
        at += phrase ? 1 : 0;
        StringBuilder value = new StringBuilder();
        StringBuilder pattern = new StringBuilder("%");
        boolean open = true;
        int letters = 0;
        while (at < text.length() && !ends(phrase)) {
            char c = text.charAt(at++);
            boolean escaped = c == '\\' && at < text.length();
            c = escaped ? text.charAt(at++) : c;
            value.append(c);
            if (!escaped && c == '*') {
                pattern.append(open ? "" : "%");
                open = true;
                continue;
            }
            open = false;
            if (!escaped && c == '?') {
                pattern.append('_');
                continue;
            }
            letters++;
            if (c == '%' || c == '_' || c == Literal.Text.ESCAPE) {
                pattern.append(Literal.Text.ESCAPE);
            }
            pattern.append(c);
        }
        if (phrase && at++ == text.length()) {
            throw malformed("a quotation mark is not closed.");
        }
        if (letters < SHORTEST) {
            throw malformed("a word has at least " + SHORTEST + " characters besides wildcards: '" + value + "'.");
        }
        return new SearchTerm.Word(new Literal.Text(value.toString(), pattern.append(open ? "" : "%").toString(), position));
    }

    private boolean ends(boolean phrase) {
        char c = text.charAt(at);
        return phrase ? c == '"' : Character.isWhitespace(c) || c == '(' || c == ')' || c == '"';
    }

    private boolean takes(String word) {
        boolean stands = stands(word);
        at += stands ? word.length() : 0;
        return stands;
    }

    /** Whether that word stands here by itself. */
    private boolean stands(String word) {
        space();
        int end = at + word.length();
        return end <= text.length()
                && text.substring(at, end).toUpperCase(Locale.ROOT).equals(word)
                && (end == text.length() || Character.isWhitespace(text.charAt(end)) || "()\"".indexOf(text.charAt(end)) >= 0);
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private RuntimeException malformed(String message) {
        return SyntaxProblems.malformed(position, message);
    }
}
