package org.gatehouse.query.plan;

import java.util.Locale;
import java.util.stream.Collectors;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.PicklistValue;
import org.gatehouse.platform.problem.Problem.QueryError;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.query.syntax.FunctionCall;
import org.gatehouse.query.syntax.SyntaxProblems;

/** Plans toLabel and FORMAT, the two functions that SELECT takes without GROUP BY. */
final class Presentations {
    private final Moment moment;

    Presentations(Moment moment) {
        this.moment = moment;
    }

    static boolean isOne(FunctionCall call) {
        return isLabel(call) || name(call).equals("format");
    }

    Presentation of(FunctionCall call, FieldDefinition field) {
        return isLabel(call) ? label(call, field) : words(call, field);
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

    private static boolean isLabel(FunctionCall call) {
        return name(call).equals("tolabel");
    }

    private static String name(FunctionCall call) {
        return call.function().text().toLowerCase(Locale.ROOT);
    }

    private static ProblemException refusal(FunctionCall call, String message) {
        return SyntaxProblems.at(call.position(), QueryError.INVALID_FIELD, message);
    }
}
