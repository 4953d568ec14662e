package org.gatehouse.query.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.platform.problem.Problem.QueryError;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.query.syntax.FunctionCall;
import org.gatehouse.query.syntax.Operand;
import org.gatehouse.query.syntax.Path;
import org.gatehouse.query.syntax.SyntaxProblems;

/** Plans functions that take a part out of a date. A point in time falls on a day of UTC, unless {@code convertTimezone} says: of the person's zone. */
final class DateFunctions {
    private static final String CONVERT = "converttimezone";

    private DateFunctions() {}

    static Column column(FunctionCall call, Binder binder, Moment moment) {
        DatePart.Kind kind = kind(call).orElseThrow(() -> Presentations.misplaced(call));
        Operand argument = call.argument().orElseThrow(() -> dateNeeded(call));
        boolean local = argument instanceof FunctionCall convert && convert.function().text().toLowerCase(Locale.ROOT).equals(CONVERT);
        Operand field = local ? ((FunctionCall) argument).argument().orElseThrow(() -> dateNeeded(call)) : argument;
        if (!(field instanceof Path path)) {
            throw dateNeeded(call);
        }
        Column column = binder.column(path);
        boolean pointInTime = column.type() == FieldType.DATETIME;
        boolean needsTime = local || kind == DatePart.Kind.DAY_ONLY || kind == DatePart.Kind.HOUR_IN_DAY;
        if (!pointInTime && (needsTime || column.type() != FieldType.DATE)) {
            throw dateNeeded(call);
        }
        return column.take(new DatePart(kind, local ? moment.zone().getId() : "UTC"));
    }

    private static Optional<DatePart.Kind> kind(FunctionCall call) {
        String name = call.function().text().toUpperCase(Locale.ROOT);
        return Arrays.stream(DatePart.Kind.values()).filter(kind -> kind.name().equals(name)).findFirst();
    }

    private static ProblemException dateNeeded(FunctionCall call) {
        return SyntaxProblems.at(call.position(), QueryError.INVALID_FIELD,
                call.function().text() + " takes a date field; DAY_ONLY, HOUR_IN_DAY and convertTimezone take a field with date and time.");
    }
}
