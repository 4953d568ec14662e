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

    record Compare(Value value, Operator operator, Literal literal, boolean nullMatches) implements CallerFilter {}

    record Like(Value value, Literal.Text text, boolean negated) implements CallerFilter {}

    record In(Value value, List<Literal> literals, boolean nullMatches, boolean negated) implements CallerFilter {
        public In {
            literals = List.copyOf(literals);
        }
    }

    /**
     * The column is among those that another query finds; that query has its own scans with their own filters.
     *
     * @param found the column that the other query answers
     */
    record InQuery(Column column, QueryPlan query, Column found, boolean negated) implements CallerFilter {}

    /** A multi-select picklist holds all values of at least one list. */
    record Includes(Column column, List<List<String>> any, boolean negated) implements CallerFilter {
        public Includes {
            any = any.stream().map(List::copyOf).toList();
        }
    }

    record IsNull(Value value, boolean negated) implements CallerFilter {}
}
