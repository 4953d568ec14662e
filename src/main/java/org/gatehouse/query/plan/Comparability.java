package org.gatehouse.query.plan;

import org.gatehouse.metadata.FieldType;
import org.gatehouse.platform.problem.Problem.QueryError;
import org.gatehouse.query.syntax.FunctionCall;
import org.gatehouse.query.syntax.Literal;
import org.gatehouse.query.syntax.Operand;
import org.gatehouse.query.syntax.Operator;
import org.gatehouse.query.syntax.Path;
import org.gatehouse.query.syntax.Position;
import org.gatehouse.query.syntax.SyntaxProblems;

/** Which fields may be compared with which values. Nothing is converted: a value of another type is refused where it stands. */
final class Comparability {
    private Comparability() {}

    static void checkComparison(Operand operand, Value value, Operator operator, Literal literal) {
        checkFilterable(operand, value);
        if (literal instanceof Literal.Null && operator.isOrdering()) {
            throw SyntaxProblems.at(literal.position(), QueryError.INVALID_QUERY_FILTER_OPERATOR, "null can only be compared with = and !=.");
        }
        if (operator.isOrdering() && !isOrdered(value.type())) {
            throw SyntaxProblems.at(end(operand), QueryError.INVALID_QUERY_FILTER_OPERATOR,
                    "the field '" + value.name() + "' of type " + value.type().apiName() + " can only be compared with =, != and IN.");
        }
        checkValue(value, literal);
    }

    static void checkLike(Operand operand, Value value) {
        checkFilterable(operand, value);
        checkText(operand, value);
    }

    static void checkText(Operand operand, Value value) {
        if (!value.type().isText()) {
            throw SyntaxProblems.at(end(operand), QueryError.INVALID_QUERY_FILTER_OPERATOR,
                    "LIKE needs a text field; '" + value.name() + "' is of type " + value.type().apiName() + ".");
        }
    }

    static void checkIn(Operand operand, Value value, Iterable<Literal> literals) {
        checkFilterable(operand, value);
        literals.forEach(literal -> checkValue(value, literal));
    }

    static void checkOrdering(Operand operand, Value value) {
        if (value.type() == FieldType.LONG_TEXT) {
            throw SyntaxProblems.at(end(operand), QueryError.INVALID_FIELD, "the field '" + value.name() + "' can not be sorted.");
        }
    }

    static void checkGrouping(Operand operand, Value value) {
        if (value.type() == FieldType.LONG_TEXT) {
            throw SyntaxProblems.at(end(operand), QueryError.INVALID_FIELD, "the field '" + value.name() + "' can not be grouped.");
        }
    }

    /** Where the field itself stands, behind the relationships to it. */
    static Position end(Operand operand) {
        return switch (operand) {
            case Path path -> path.field().position();
            case FunctionCall call -> call.position();
        };
    }

    /** Whether values have an order that a query may use. Ids have: the way through more records than OFFSET reaches is Id > the last one. */
    private static boolean isOrdered(FieldType type) {
        return switch (type) {
            case ID, LOOKUP, MASTER_DETAIL, TEXT, PICKLIST, EMAIL, PHONE, URL, AUTO_NUMBER, NUMBER, CURRENCY, PERCENT, DATE, DATETIME -> true;
            case BOOLEAN, LONG_TEXT, MULTI_PICKLIST -> false;
        };
    }

    private static void checkFilterable(Operand operand, Value value) {
        if (value.type() == FieldType.LONG_TEXT) {
            throw SyntaxProblems.at(end(operand), QueryError.INVALID_FIELD, "the field '" + value.name() + "' can not be filtered.");
        }
    }

    private static void checkValue(Value compared, Literal value) {
        FieldType type = compared.type();
        boolean fits = switch (value) {
            case Literal.Null ignored -> true;
            case Literal.Text ignored -> type.isText() || isId(type);
            case Literal.Numeric ignored -> isNumber(type);
            case Literal.Bool ignored -> type == FieldType.BOOLEAN;
            case Literal.Date ignored -> type == FieldType.DATE;
            case Literal.DateTime ignored -> type == FieldType.DATETIME;
            case Literal.Days ignored -> type == FieldType.DATE || type == FieldType.DATETIME;
        };
        if (!fits) {
            throw SyntaxProblems.at(value.position(), QueryError.INVALID_FIELD,
                    "the value does not fit the field '" + compared.name() + "' of type " + type.apiName() + "; write " + example(type)
                            + ".");
        }
    }

    private static boolean isId(FieldType type) {
        return type == FieldType.ID || type == FieldType.LOOKUP || type == FieldType.MASTER_DETAIL;
    }

    private static boolean isNumber(FieldType type) {
        return type == FieldType.NUMBER || type == FieldType.CURRENCY || type == FieldType.PERCENT;
    }

    private static String example(FieldType type) {
        return switch (type) {
            case TEXT, LONG_TEXT, PICKLIST, MULTI_PICKLIST, EMAIL, PHONE, URL, AUTO_NUMBER, ID, LOOKUP, MASTER_DETAIL -> "a text in single quotes";
            case NUMBER, CURRENCY, PERCENT -> "a number without quotes, such as 1250.50";
            case BOOLEAN -> "true or false";
            case DATE -> "a date without quotes, such as 2026-01-31, or a word such as TODAY";
            case DATETIME -> "a date and time without quotes, such as 2026-01-31T10:15:00Z, or a word such as TODAY";
        };
    }
}
