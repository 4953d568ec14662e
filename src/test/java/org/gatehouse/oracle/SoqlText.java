package org.gatehouse.oracle;

import java.util.List;
import java.util.stream.Collectors;
import org.gatehouse.oracle.ModelTest.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes conditions in the query language, with parentheses around every inner one. */
final class SoqlText {
    private SoqlText() {}

    static String of(ModelTest test) {
        return switch (test) {
            case ModelTest.And(var terms) -> joined(terms, " AND ");
            case ModelTest.Or(var terms) -> joined(terms, " OR ");
            case ModelTest.Not(var term) -> "NOT (" + of(term) + ")";
            case ModelTest.Compare(var operand, var operator, var value) -> operand.text() + " " + operator + " " + literal(value);
            case ModelTest.In(var operand, var negated, var values) -> operand.text() + (negated ? " NOT IN (" : " IN (")
                    + values.stream().map(SoqlText::literal).collect(Collectors.joining(", ")) + ")";
            case ModelTest.Like(var operand, var pattern) -> operand.text() + " LIKE '" + pattern(pattern) + "'";
            case ModelTest.Days(var path, var operator, var days) -> path.text() + " " + operator + " " + days.text();
            case ModelTest.Includes(var path, var negated, var texts) -> path.text() + (negated ? " EXCLUDES (" : " INCLUDES (")
                    + texts.stream().map(SoqlText::literal).collect(Collectors.joining(", ")) + ")";
            case ModelTest.InQuery(var path, var negated, var object, var found, var where) -> path.text() + (negated ? " NOT IN (" : " IN (")
                    + "SELECT " + found.text() + " FROM " + object + where.map(inner -> " WHERE " + of(inner)).orElse("") + ")";
        };
    }

    static String literal(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> "'" + text.codePoints().mapToObj(SoqlText::escaped).collect(Collectors.joining()) + "'";
            case java.math.BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    private static String joined(List<ModelTest> terms, String with) {
        return terms.stream().map(term -> "(" + of(term) + ")").collect(Collectors.joining(with));
    }

    private static String pattern(Pattern pattern) {
        return pattern.parts().stream().map(SoqlText::part).collect(Collectors.joining());
    }

    private static String part(int part) {
        return switch (part) {
            case Pattern.ANY -> "%";
            case Pattern.ONE -> "_";
            case '%', '_' -> "\\" + Character.toString(part);
            default -> escaped(part);
        };
    }

    private static String escaped(int codePoint) {
        return switch (codePoint) {
            case '\\' -> "\\\\";
            case '\'' -> "\\'";
            case '\n' -> "\\n";
            default -> Character.toString(codePoint);
        };
    }
}
