package org.gatehouse.query.syntax;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A value written in a query. */
public sealed interface Literal {
    Position position();

    /**
     * Text in quotes.
     *
     * @param value the text it stands for
     * @param pattern the same as a pattern of SQL's LIKE with the escape character {@link #ESCAPE}: only unescaped % and _ are wildcards
     */
    record Text(String value, String pattern, Position position) implements Literal {
        public static final char ESCAPE = '!';

        /** How many % wildcards the pattern has. */
        public int wildcards() {
            int count = 0;
            int i = 0;
            while (i < pattern.length()) {
                count += pattern.charAt(i) == '%' ? 1 : 0;
                i += pattern.charAt(i) == ESCAPE ? 2 : 1;
            }
            return count;
        }
    }

    record Numeric(BigDecimal value, Position position) implements Literal {}

    record Bool(boolean value, Position position) implements Literal {}

    record Date(LocalDate value, Position position) implements Literal {}

    record DateTime(Instant value, Position position) implements Literal {}

    record Null(Position position) implements Literal {}

    /**
     * A word for some days, such as TODAY or LAST_N_DAYS:30, which means other days tomorrow.
     *
     * @param count the number behind the colon, 0 if there is none
     */
    record Days(Period period, int count, Position position) implements Literal {}
}
