package org.gatehouse.metadata.formula;

/**
 * How many parts a formula has when a statement computes it. Some parts stand there more than once, so that none of them can fail; inside one
 * another they would double and double again.
 */
final class FormulaWeight {
    /** Most parts of one formula field. */
    static final long MOST = 2_000;

    private FormulaWeight() {}

    static long of(Formula formula) {
        return switch (formula) {
            case Formula.Constant ignored -> 1;
            case Formula.Stored ignored -> 1;
            case Formula.Prior ignored -> 1;
            case Formula.IsNew ignored -> 1;
            case Formula.Negative(var operand) -> 1 + of(operand);
            case Formula.Blank(var operand) -> 1 + of(operand);
            case Formula.InWords(var operand) -> 1 + times(2, of(operand));
            case Formula.Binary binary -> 1 + of(binary.left()) + of(binary.right());
            case Formula.Choice choice -> 1 + of(choice.condition()) + of(choice.then()) + of(choice.otherwise());
            case Formula.Applied applied -> 1 + times(copies(applied.function()), applied.arguments().stream().mapToLong(FormulaWeight::of).sum());
        };
    }

    private static int copies(Function function) {
        return switch (function) {
            case AND, OR, NOT, LEN, LEFT, RIGHT, MID, TRIM, UPPER, LOWER, CONTAINS, BEGINS, ABS, FLOOR, CEILING, MOD, TODAY, NOW, YEAR, MONTH, DAY -> 1;
            case ROUND, MIN, MAX -> 2;
            case DATE -> 5;
        };
    }

    /** Bounded, so that nothing overflows on the way up. */
    private static long times(int copies, long weight) {
        return copies * Math.min(weight, MOST + 1);
    }
}
