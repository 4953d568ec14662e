package org.gatehouse.query.plan;

import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.platform.problem.Problem.QueryError;
import org.gatehouse.query.syntax.Literal;
import org.gatehouse.query.syntax.Name;
import org.gatehouse.query.syntax.Operator;
import org.gatehouse.query.syntax.SyntaxProblems;

/** Which fields may be compared with which values. Nothing is converted: a value of another type is refused where it stands. */
final class Comparability {
    private Comparability() {}

    static void checkComparison(Name name, FieldDefinition field, Operator operator, Literal value) {
        checkFilterable(name, field);
        if (value instanceof Literal.Null && operator.isOrdering()) {
            throw SyntaxProblems.at(value.position(), QueryError.INVALID_QUERY_FILTER_OPERATOR, "null can only be compared with = and !=.");
        }
        if (operator.isOrdering() && !isOrdered(field.type())) {
            throw SyntaxProblems.at(name.position(), QueryError.INVALID_QUERY_FILTER_OPERATOR,
                    "the field '" + field.apiName() + "' of type " + field.type().apiName() + " can only be compared with =, != and IN.");
        }
        checkValue(field, value);
    }

    static void checkLike(Name name, FieldDefinition field) {
        checkFilterable(name, field);
        if (!field.type().isText()) {
            throw SyntaxProblems.at(name.position(), QueryError.INVALID_QUERY_FILTER_OPERATOR,
                    "LIKE needs a text field; '" + field.apiName() + "' is of type " + field.type().apiName() + ".");
        }
    }

    static void checkIn(Name name, FieldDefinition field, Iterable<Literal> values) {
        checkFilterable(name, field);
        values.forEach(value -> checkValue(field, value));
    }

    static void checkOrdering(Name name, FieldDefinition field) {
        if (field.type() == FieldType.LONG_TEXT) {
            throw SyntaxProblems.at(name.position(), QueryError.INVALID_FIELD, "the field '" + field.apiName() + "' can not be sorted.");
        }
    }

    /** Whether values have an order that a query may use. Ids have: the way through more records than OFFSET reaches is Id > the last one. */
    private static boolean isOrdered(FieldType type) {
        return switch (type) {
            case ID, LOOKUP, MASTER_DETAIL, TEXT, PICKLIST, EMAIL, PHONE, URL, AUTO_NUMBER, NUMBER, CURRENCY, PERCENT, DATE, DATETIME -> true;
            case BOOLEAN, LONG_TEXT, MULTI_PICKLIST -> false;
        };
    }

    private static void checkFilterable(Name name, FieldDefinition field) {
        if (field.type() == FieldType.LONG_TEXT) {
            throw SyntaxProblems.at(name.position(), QueryError.INVALID_FIELD, "the field '" + field.apiName() + "' can not be filtered.");
        }
    }

    private static void checkValue(FieldDefinition field, Literal value) {
        boolean fits = switch (value) {
            case Literal.Null ignored -> true;
            case Literal.Text ignored -> field.type().isText() || isId(field.type());
            case Literal.Numeric ignored -> isNumber(field.type());
            case Literal.Bool ignored -> field.type() == FieldType.BOOLEAN;
            case Literal.Date ignored -> field.type() == FieldType.DATE;
            case Literal.DateTime ignored -> field.type() == FieldType.DATETIME;
        };
        if (!fits) {
            throw SyntaxProblems.at(value.position(), QueryError.INVALID_FIELD,
                    "the value does not fit the field '" + field.apiName() + "' of type " + field.type().apiName() + "; write " + example(field.type())
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
            case DATE -> "a date without quotes, such as 2026-01-31";
            case DATETIME -> "a date and time without quotes, such as 2026-01-31T10:15:00Z";
        };
    }
}
