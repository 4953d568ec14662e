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

    record Comparison(Operand operand, Operator operator, Literal literal) implements Expression {}

    record Like(Operand operand, Literal.Text text) implements Expression {}

    /** A search: the text of a field holds a word. Also for long texts, which no comparison takes. */
    record Holds(Operand operand, Literal.Text word) implements Expression {}

    record In(Operand operand, List<Literal> literals) implements Expression {
        public In {
            literals = List.copyOf(literals);
        }
    }

    /** The value is among those that another query finds. */
    record InQuery(Operand operand, Query query) implements Expression {}

    /** A multi-select picklist holds all values of at least one text; values of one text are parted by semicolons. */
    record Includes(Operand operand, List<Literal.Text> texts) implements Expression {
        public Includes {
            texts = List.copyOf(texts);
        }
    }
}
