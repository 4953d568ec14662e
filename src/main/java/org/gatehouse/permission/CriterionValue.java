package org.gatehouse.permission;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.gatehouse.metadata.FieldDefinition;

/** Reads the value of a criterion as one of the field's own type. */
final class CriterionValue {
    private CriterionValue() {}

    /** Whether an operator means something for a field. Criteria look at what is stored, so that an index can find it. */
    static boolean fits(FieldDefinition field, CriterionOperator operator) {
        return !field.isFormula() && switch (operator) {
            case EQUALS, NOT_EQUAL -> !isLong(field);
            case STARTS_WITH, CONTAINS -> field.type().isText() && !isLong(field);
            case LESS_THAN, LESS_OR_EQUAL, GREATER_THAN, GREATER_OR_EQUAL -> switch (field.type()) {
                case NUMBER, CURRENCY, PERCENT, DATE, DATETIME -> true;
                case ID, TEXT, LONG_TEXT, BOOLEAN, PICKLIST, MULTI_PICKLIST, EMAIL, PHONE, URL, AUTO_NUMBER, LOOKUP, MASTER_DETAIL -> false;
            };
        };
    }

    /** The value, or empty if the text is not one of the field's type. */
    static Optional<Object> of(FieldDefinition field, String text, Permissions person) {
        try {
            return switch (field.type()) {
                case NUMBER, CURRENCY, PERCENT -> Optional.of(new BigDecimal(text));
                case BOOLEAN -> text.equals("true") || text.equals("false") ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
                case DATE -> Optional.of(LocalDate.parse(text));
                case DATETIME -> Optional.of(Instant.parse(text));
                case ID, LOOKUP, MASTER_DETAIL -> id(text, person).flatMap(field.traits().keyType()::parse);
                case TEXT, LONG_TEXT, PICKLIST, MULTI_PICKLIST, EMAIL, PHONE, URL, AUTO_NUMBER -> Optional.of(text);
            };
        } catch (NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> id(String text, Permissions person) {
        return switch (text) {
            case "$User.Id" -> Optional.of(person.userId());
            case "$User.RoleId" -> Optional.ofNullable(person.roleId());
            default -> text.startsWith("$") ? Optional.empty() : Optional.of(text);
        };
    }

    private static boolean isLong(FieldDefinition field) {
        return switch (field.type()) {
            case LONG_TEXT -> true;
            case ID, TEXT, NUMBER, CURRENCY, PERCENT, BOOLEAN, DATE, DATETIME, PICKLIST, MULTI_PICKLIST, EMAIL, PHONE, URL, AUTO_NUMBER, LOOKUP,
                    MASTER_DETAIL -> false;
        };
    }
}
