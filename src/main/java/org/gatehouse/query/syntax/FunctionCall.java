package org.gatehouse.query.syntax;

import java.util.Optional;

/** A function of an operand, or of nothing: {@code COUNT()}, {@code SUM(Amount)}, {@code CALENDAR_YEAR(CloseDate)}. */
public record FunctionCall(Name function, Optional<Operand> argument) implements Operand {
    @Override
    public Position position() {
        return function.position();
    }

    @Override
    public String text() {
        return function.text() + "(" + argument.map(Operand::text).orElse("") + ")";
    }
}
