package org.gatehouse.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.PicklistValue;
import org.gatehouse.platform.problem.Problem.WriteError;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Turns the JSON value of a field into what its column holds. Nothing is converted to make it fit. */
final class FieldValues {
    private static final int DATE_LENGTH = 10;
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private FieldValues() {}

    /**
     * The value, null for JSON's null.
     *
     * @throws ProblemException if it is of another type, too long, or none of those that the field takes
     */
    static @Nullable Object of(FieldDefinition field, JsonNode value) {
        if (value.isNull() && field.type() != FieldType.BOOLEAN) {
            return null;
        }
        return switch (field.type()) {
            case TEXT, LONG_TEXT, EMAIL, PHONE, URL, AUTO_NUMBER -> text(field, value);
            case PICKLIST -> picklist(field, text(field, value));
            case MULTI_PICKLIST -> picklists(field, text(field, value));
            case NUMBER, CURRENCY, PERCENT -> number(field, value);
            case BOOLEAN -> bool(field, value);
            case DATE -> date(field, string(field, value));
            case DATETIME -> dateTime(field, string(field, value));
            case ID, LOOKUP, MASTER_DETAIL ->
                field.traits().keyType().parse(string(field, value)).orElseThrow(() -> Refusals.noReference(field.apiName()));
        };
    }

    private static String string(FieldDefinition field, JsonNode value) {
        if (!value.isTextual()) {
            throw wrongType(field, "text in quotes");
        }
        return value.textValue();
    }

    private static String text(FieldDefinition field, JsonNode value) {
        String text = string(field, value);
        // PostgreSQL stores no NUL and no half of a character; refused here, both databases answer alike.
        if (text.indexOf('\0') >= 0 || text.codePoints().anyMatch(character -> Character.getType(character) == Character.SURROGATE)) {
            throw wrongType(field, "text without NUL and without broken characters");
        }
        if (field.length() != null && text.codePointCount(0, text.length()) > field.length()) {
            throw Refusals.of(
                    WriteError.STRING_TOO_LONG, field.apiName() + " takes at most " + field.length() + " characters.", field.apiName());
        }
        return text;
    }

    private static String picklist(FieldDefinition field, String value) {
        if (field.traits().restricted() && !values(field).contains(value)) {
            throw Refusals.of(
                    WriteError.INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST,
                    field.apiName() + " takes only its own values: " + String.join(", ", values(field)) + ".",
                    field.apiName());
        }
        return value;
    }

    private static String picklists(FieldDefinition field, String values) {
        Set<String> seen = new HashSet<>();
        for (String value : values.split(";", -1)) {
            picklist(field, value);
            if (value.isEmpty() || !seen.add(value)) {
                throw wrongType(field, "different values parted by semicolons");
            }
        }
        return values;
    }

    private static List<String> values(FieldDefinition field) {
        return field.picklistValues().stream().filter(PicklistValue::active).map(PicklistValue::apiName).toList();
    }

    private static BigDecimal number(FieldDefinition field, JsonNode value) {
        if (!value.isNumber()) {
            throw wrongType(field, "a number without quotes");
        }
        BigDecimal number = value.decimalValue().stripTrailingZeros();
        int scale = Math.max(number.scale(), 0);
        int whole = number.precision() - number.scale();
        Integer digits = field.digits();
        Integer places = field.scale();
        if ((places != null && scale > places) || (digits != null && whole > digits - (places == null ? 0 : places))) {
            throw Refusals.of(
                    WriteError.NUMBER_OUTSIDE_VALID_RANGE,
                    field.apiName() + " takes at most " + digits + " digits, " + places + " of them behind the point. Numbers are never rounded.",
                    field.apiName());
        }
        return number;
    }

    private static boolean bool(FieldDefinition field, JsonNode value) {
        if (!value.isBoolean()) {
            throw wrongType(field, "true or false without quotes");
        }
        return value.booleanValue();
    }

    private static LocalDate date(FieldDefinition field, String text) {
        try {
            if (text.length() == DATE_LENGTH) {
                return inCalendar(field, LocalDate.parse(text));
            }
        } catch (DateTimeException e) {
            // Told below, like a text of another length.
        }
        throw wrongType(field, "a date such as 2026-01-31");
    }

    private static Instant dateTime(FieldDefinition field, String text) {
        try {
            OffsetDateTime moment = OffsetDateTime.parse(text);
            inCalendar(field, moment.toLocalDate());
            return moment.toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw wrongType(field, "a time with its offset such as 2026-01-31T10:15:00Z");
        }
    }

    private static LocalDate inCalendar(FieldDefinition field, LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw wrongType(field, "a date in the years 1 to 9999");
        }
        return date;
    }

    private static ProblemException wrongType(FieldDefinition field, String expected) {
        return Refusals.of(WriteError.INVALID_TYPE_ON_FIELD_IN_RECORD, field.apiName() + " takes " + expected + ".", field.apiName());
    }
}
