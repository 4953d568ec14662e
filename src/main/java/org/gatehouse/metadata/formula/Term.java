package org.gatehouse.metadata.formula;

import java.math.BigDecimal;
import java.util.List;

/** A part of a formula as it was written, before names mean anything. */
sealed interface Term {
    /** Where it stands in the text. */
    Place place();

    record Numeral(BigDecimal value, Place place) implements Term {}

    record Text(String value, Place place) implements Term {}

    /** A field, or one of the words TRUE, FALSE and NULL. */
    record Name(String name, Place place) implements Term {}

    record Negative(Term operand, Place place) implements Term {}

    record Binary(Operator operator, Term left, Term right, Place place) implements Term {}

    /** A function; {@code !} is a call of NOT. */
    record Call(String function, List<Term> arguments, Place place) implements Term {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * A place in the text.
     *
     * @param line from 1
     * @param column from 1
     */
    record Place(int line, int column) {}
}
