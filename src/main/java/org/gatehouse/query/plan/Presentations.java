package org.gatehouse.query.plan;

import java.util.Locale;
import java.util.stream.Collectors;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.PicklistValue;
import org.gatehouse.platform.problem.Problem.QueryError;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.query.syntax.FunctionCall;
import org.gatehouse.query.syntax.Path;
import org.gatehouse.query.syntax.SyntaxProblems;

/** Plans toLabel and FORMAT, which say how a value is written, and says where they do not stand. */
final class Presentations {
    private final Moment moment;

    Presentations(Moment moment) {
        this.moment = moment;
    }

    /** The label as a value that WHERE compares. */
    static Column label(FunctionCall call, Binder binder) {
        if (!(call.argument().orElse(null) instanceof Path path)) {
            throw refusal(call, "toLabel takes a picklist.");
        }
        Column column = binder.column(path);
        if (column.field().type() != FieldType.PICKLIST || !column.others().isEmpty()) {
            throw refusal(call, "toLabel in WHERE takes a picklist of one object with one value; '" + column.name() + "' is of type "
                    + column.type().apiName() + ".");
        }
        return column.take(new PicklistLabel(column.field().picklistValues()));
    }

    /** Says what to do instead where a function does not stand. */
    static ProblemException misplaced(FunctionCall call) {
        return SyntaxProblems.at(call.position(), QueryError.MALFORMED_QUERY, switch (name(call)) {
            case "convertcurrency" -> "convertCurrency is not supported: amounts are stored in one currency. Use the field itself.";
            case "tolabel" -> "toLabel stands in SELECT and WHERE. Order and group by the field itself.";
            case "format" -> "FORMAT stands in SELECT. Compare, order and group by the field itself.";
            default -> "there is no function '" + call.function().text() + "' here. In WHERE stand fields and functions of dates; aggregates stand in"
                    + " SELECT, HAVING and ORDER BY.";
        });
    }

    static boolean isOne(FunctionCall call) {
        return isLabel(call) || name(call).equals("format");
    }

    Presentation of(FunctionCall call, FieldDefinition field) {
        return isLabel(call) ? label(call, field) : words(call, field);
    }

    /** How a value of a group is written. */
    Presentation of(FunctionCall call, Value value) {
        return switch (value) {
            case Column column when column.function().isEmpty() && column.others().isEmpty() -> of(call, column.field());
            case Aggregate(var function, var column) when column.isPresent() && function.keepsUnit() && !isLabel(call) ->
                of(call, column.get().field());
            case Aggregate ignored when !isLabel(call) -> new Presentation.Words(0, "", moment.zone());
            case Column ignored -> throw refusal(call, call.function().text() + " takes a field here, no function of one.");
            case Aggregate ignored -> throw refusal(call, "toLabel takes a picklist.");
            case Subtotal ignored -> throw refusal(call, call.function().text() + " takes a field or an aggregate.");
        };
    }

    private static Presentation label(FunctionCall call, FieldDefinition field) {
        if (field.type() != FieldType.PICKLIST && field.type() != FieldType.MULTI_PICKLIST) {
            throw refusal(call, "toLabel takes a picklist; '" + field.apiName() + "' is of type " + field.type().apiName() + ".");
        }
        return new Presentation.Label(
                field.picklistValues().stream().collect(Collectors.toMap(PicklistValue::apiName, PicklistValue::label, (first, same) -> first)));
    }

    private Presentation words(FunctionCall call, FieldDefinition field) {
        int scale = field.scale() == null ? 0 : field.scale();
        return switch (field.type()) {
            case NUMBER, CURRENCY, DATE, DATETIME -> new Presentation.Words(scale, "", moment.zone());
            case PERCENT -> new Presentation.Words(scale, "%", moment.zone());
            case ID, TEXT, LONG_TEXT, BOOLEAN, PICKLIST, MULTI_PICKLIST, EMAIL, PHONE, URL, AUTO_NUMBER, LOOKUP, MASTER_DETAIL ->
                throw refusal(call, "FORMAT takes a number or a date; '" + field.apiName() + "' is of type " + field.type().apiName() + ".");
        };
    }

    static boolean isLabel(FunctionCall call) {
        return name(call).equals("tolabel");
    }

    private static String name(FunctionCall call) {
        return call.function().text().toLowerCase(Locale.ROOT);
    }

    private static ProblemException refusal(FunctionCall call, String message) {
        return SyntaxProblems.at(call.position(), QueryError.INVALID_FIELD, message);
    }
}
