package org.gatehouse.query.syntax;

import java.util.List;

/** A condition in a query, as written. */
public sealed interface Expression {
    record And(List<Expression> terms) implements Expression {
        public And {
            terms = List.copyOf(terms);
        }
    }

    record Or(List<Expression> terms) implements Expression {
        public Or {
            terms = List.copyOf(terms);
        }
    }

    record Not(Expression term) implements Expression {}

    record Comparison(Path path, Operator operator, Literal literal) implements Expression {}

    record Like(Path path, Literal.Text text) implements Expression {}

    record In(Path path, List<Literal> literals) implements Expression {
        public In {
            literals = List.copyOf(literals);
        }
    }
}
