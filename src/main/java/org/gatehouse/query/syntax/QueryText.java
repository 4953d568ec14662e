package org.gatehouse.query.syntax;

import org.gatehouse.platform.problem.Problem.QueryError;

/** The characters of a query, before anybody reads them as words. */
final class QueryText {
    private QueryText() {}

    /** Refuses what is too long, and what is no text: a database would refuse it too, but in the middle of a statement. */
    static void check(String text, int limit) {
        if (text.length() > limit) {
            throw SyntaxProblems.at(
                    new Position(1, 1), QueryError.QUERY_TOO_COMPLICATED, "the query has more than " + limit + " characters.");
        }
        int line = 1;
        int column = 1;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (!isText(c)) {
                throw SyntaxProblems.malformed(
                        new Position(line, column), "a character that is not text: the character zero, or half of a surrogate pair.");
            }
            line = c == '\n' ? line + 1 : line;
            column = c == '\n' ? 1 : column + 1;
            i += Character.charCount(c);
        }
    }

    /** Whether a code point is one that text may have; a surrogate that stands alone is none, and no database stores zero. */
    static boolean isText(int codePoint) {
        return codePoint != 0 && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    }
}
