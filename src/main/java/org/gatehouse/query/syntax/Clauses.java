package org.gatehouse.query.syntax;

import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** The words that the grammar leaves open: what may stand after WITH and FOR, and the words for days. */
final class Clauses {
    /** A number of days, weeks or years beyond this leaves the calendar of any company. */
    private static final int MOST_DAYS = 10_000;

    private static final Set<String> MODES = Set.of("user_mode", "security_enforced");
    private static final Set<String> PURPOSES = Set.of("view", "reference");

    private Clauses() {}

    static void check(SoqlParser.SelectContext tree) {
        checkMode(tree.with);
        if (tree.FOR() != null) {
            for (SoqlParser.NameContext purpose : tree.name().subList(purposesFrom(tree), tree.name().size())) {
                if (!PURPOSES.contains(word(purpose))) {
                    throw SyntaxProblems.malformed(
                            QueryParser.position(purpose.getStart()), "after FOR stands VIEW or REFERENCE. Records cannot be locked by a query.");
                }
            }
        }
    }

    /** @param mode the word after WITH, null without */
    static void checkMode(SoqlParser.@Nullable NameContext mode) {
        if (mode != null && !MODES.contains(word(mode))) {
            throw SyntaxProblems.malformed(
                    QueryParser.position(mode.getStart()),
                    "after WITH stands USER_MODE, which holds anyway: a query always runs with the rights of the signed-in person.");
        }
    }

    /** The names of a query are its object, its scope, its mode and then its purposes. */
    private static int purposesFrom(SoqlParser.SelectContext tree) {
        return 1 + (tree.scope == null ? 0 : 1) + (tree.with == null ? 0 : 1);
    }

    static Literal.Days days(SoqlParser.PeriodContext tree) {
        Position position = QueryParser.position(tree.getStart());
        Period period = Period.named(tree.IDENTIFIER().getText())
                .orElseThrow(() -> SyntaxProblems.malformed(
                        position, "unexpected token: '" + tree.IDENTIFIER().getText() + "'. Write text in single quotes; for days there are words"
                                + " such as TODAY, THIS_MONTH and LAST_N_DAYS:30."));
        if (period.counts() != (tree.INTEGER() != null)) {
            throw SyntaxProblems.malformed(
                    position, period.counts() ? period + " needs a number: " + period + ":3." : period + " takes no number.");
        }
        return new Literal.Days(period, tree.INTEGER() == null ? 0 : count(tree.INTEGER().getText(), position), position);
    }

    private static int count(String digits, Position position) {
        if (digits.length() > 5 || !digits.chars().allMatch(Character::isDigit) || Integer.parseInt(digits) > MOST_DAYS) {
            throw SyntaxProblems.malformed(position, "the number behind the colon lies between 0 and " + MOST_DAYS + ".");
        }
        return Integer.parseInt(digits);
    }

    private static String word(ParserRuleContext name) {
        return name.getText().toLowerCase(Locale.ROOT);
    }
}
