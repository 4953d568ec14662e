package org.gatehouse.query.syntax;

/**
 * How large a query may be before anybody looks at what it means.
 *
 * @param length characters of text
 * @param tokens words, numbers and signs
 * @param depth parentheses and NOTs inside one another
 */
public record SyntaxLimits(int length, int tokens, int depth) {
    public static final SyntaxLimits DEFAULT = new SyntaxLimits(100_000, 10_000, 50);
}
