package org.gatehouse.query.plan;

import java.util.List;
import org.gatehouse.query.syntax.Literal;
import org.gatehouse.query.syntax.Operator;

/**
 * The condition that the caller wrote, over fields that the caller may read. Negation is already resolved. In SOQL a condition is true or
 * false, never unknown, so each test says what it makes of null.
 */
public sealed interface CallerFilter {
    record And(List<CallerFilter> terms) implements CallerFilter {
        public And {
            terms = List.copyOf(terms);
        }
    }

    record Or(List<CallerFilter> terms) implements CallerFilter {
        public Or {
            terms = List.copyOf(terms);
        }
    }

    record Compare(Column column, Operator operator, Literal value, boolean nullMatches) implements CallerFilter {}

    record Like(Column column, Literal.Text text, boolean negated) implements CallerFilter {}

    record In(Column column, List<Literal> values, boolean nullMatches, boolean negated) implements CallerFilter {
        public In {
            values = List.copyOf(values);
        }
    }

    record IsNull(Column column, boolean negated) implements CallerFilter {}
}
