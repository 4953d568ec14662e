package org.gatehouse.query.syntax;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A value for a name after a colon, as the one token that it is in a query. No value can become anything else. */
public final class BoundValue {
    private final int tokenType;
    private final String text;

    private BoundValue(int tokenType, String text) {
        this.tokenType = tokenType;
        this.text = text;
    }

    /** A text. In LIKE its % and _ are wildcards, as in a text that is written in the query. */
    public static BoundValue text(String value) {
        return new BoundValue(SoqlLexer.STRING, "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'");
    }

    /** A pattern for LIKE: texts that begin with this one, whatever characters it has. */
    public static BoundValue beginning(String value) {
        String escaped = value.replace("\\", "\\\\").replace("'", "\\'").replace("%", "\\%").replace("_", "\\_");
        return new BoundValue(SoqlLexer.STRING, "'" + escaped + "%'");
    }

    public static BoundValue number(BigDecimal value) {
        String plain = value.toPlainString();
        return new BoundValue(plain.indexOf('.') < 0 ? SoqlLexer.INTEGER : SoqlLexer.DECIMAL, plain);
    }

    public static BoundValue bool(boolean value) {
        return new BoundValue(value ? SoqlLexer.TRUE : SoqlLexer.FALSE, Boolean.toString(value));
    }

    public static BoundValue date(LocalDate value) {
        return new BoundValue(SoqlLexer.DATE, value.toString());
    }

    public static BoundValue dateTime(Instant value) {
        return new BoundValue(SoqlLexer.DATETIME, value.toString());
    }

    /** No value: null. */
    public static BoundValue none() {
        return new BoundValue(SoqlLexer.NULL, "null");
    }

    int tokenType() {
        return tokenType;
    }

    String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BoundValue value && tokenType == value.tokenType && text.equals(value.text);
    }

    @Override
    public int hashCode() {
        return 31 * tokenType + text.hashCode();
    }
}
