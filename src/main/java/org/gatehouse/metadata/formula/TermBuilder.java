package org.gatehouse.metadata.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.Token;
import org.gatehouse.metadata.formula.FormulaParser.BothContext;
import org.gatehouse.metadata.formula.FormulaParser.CallContext;
import org.gatehouse.metadata.formula.FormulaParser.ComparisonContext;
import org.gatehouse.metadata.formula.FormulaParser.ExpressionContext;
import org.gatehouse.metadata.formula.FormulaParser.FactorContext;
import org.gatehouse.metadata.formula.FormulaParser.GroupContext;
import org.gatehouse.metadata.formula.FormulaParser.NameContext;
import org.gatehouse.metadata.formula.FormulaParser.NegativeContext;
import org.gatehouse.metadata.formula.FormulaParser.NumberContext;
import org.gatehouse.metadata.formula.FormulaParser.OppositeContext;
import org.gatehouse.metadata.formula.FormulaParser.ProductContext;
import org.gatehouse.metadata.formula.FormulaParser.SumContext;
import org.gatehouse.metadata.formula.FormulaParser.TextContext;

/** Builds terms from ANTLR's parse tree, so that nothing else knows the tree. */
final class TermBuilder {
    private TermBuilder() {}

    static Term term(ExpressionContext tree) {
        Term left = both(tree.both(0));
        for (int i = 1; i < tree.both().size(); i++) {
            left = new Term.Binary(Operator.EITHER, left, both(tree.both(i)), left.place());
        }
        return left;
    }

    private static Term both(BothContext tree) {
        Term left = comparison(tree.comparison(0));
        for (int i = 1; i < tree.comparison().size(); i++) {
            left = new Term.Binary(Operator.BOTH, left, comparison(tree.comparison(i)), left.place());
        }
        return left;
    }

    private static Term comparison(ComparisonContext tree) {
        Term left = sum(tree.sum(0));
        return tree.operator == null ? left : new Term.Binary(operator(tree.operator), left, sum(tree.sum(1)), left.place());
    }

    private static Term sum(SumContext tree) {
        Term left = product(tree.product(0));
        for (int i = 1; i < tree.product().size(); i++) {
            left = new Term.Binary(operator(tree.sumSign(i - 1).getStart()), left, product(tree.product(i)), left.place());
        }
        return left;
    }

    private static Term product(ProductContext tree) {
        Term left = factor(tree.factor(0));
        for (int i = 1; i < tree.factor().size(); i++) {
            left = new Term.Binary(operator(tree.productSign(i - 1).getStart()), left, factor(tree.factor(i)), left.place());
        }
        return left;
    }

    private static Term factor(FactorContext tree) {
        Term.Place place = place(tree.getStart());
        return switch (tree) {
            case NegativeContext negative -> new Term.Negative(factor(negative.factor()), place);
            case OppositeContext opposite -> new Term.Call("NOT", List.of(factor(opposite.factor())), place);
            case GroupContext group -> term(group.expression());
            case CallContext call -> new Term.Call(
                    call.NAME().getText().toUpperCase(Locale.ROOT),
                    call.expression().stream().map(TermBuilder::term).toList(),
                    place);
            case NameContext name -> new Term.Name(name.NAME().getText(), place);
            case NumberContext number -> new Term.Numeral(new BigDecimal(number.NUMBER().getText()), place);
            case TextContext text -> new Term.Text(unquoted(text.STRING().getText()), place);
            // ANTLR's contexts are not sealed; the grammar's alternatives are all above.
            default -> throw new IllegalStateException("The grammar has a factor that is not built: " + tree.getClass());
        };
    }

    /** Only a quote and a backslash are escaped, each by a backslash. */
    private static String unquoted(String quoted) {
        return quoted.substring(1, quoted.length() - 1).replaceAll("\\\\(.)", "$1");
    }

    private static Operator operator(Token sign) {
        return switch (sign.getType()) {
            case FormulaParser.PLUS -> Operator.ADD;
            case FormulaParser.MINUS -> Operator.SUBTRACT;
            case FormulaParser.JOIN -> Operator.JOIN;
            case FormulaParser.TIMES -> Operator.MULTIPLY;
            case FormulaParser.DIVIDE -> Operator.DIVIDE;
            case FormulaParser.EQUAL -> Operator.EQUAL;
            case FormulaParser.UNEQUAL -> Operator.UNEQUAL;
            case FormulaParser.BELOW -> Operator.BELOW;
            case FormulaParser.AT_MOST -> Operator.AT_MOST;
            case FormulaParser.ABOVE -> Operator.ABOVE;
            case FormulaParser.AT_LEAST -> Operator.AT_LEAST;
            default -> throw new IllegalStateException("The grammar has a sign that is not built: " + sign.getText());
        };
    }

    static Term.Place place(Token token) {
        return new Term.Place(token.getLine(), token.getCharPositionInLine() + 1);
    }
}
