package org.gatehouse.metadata.design;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.FieldTraits;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.PicklistValue;
import org.gatehouse.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/** Refuses a field that means nothing by itself, whatever object it belongs to. */
final class FieldCheck {
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_LONG_TEXT = 131_072;
    private static final int MOST_DIGITS = 18;
    private static final Set<FieldType> IDENTIFYING =
            EnumSet.of(FieldType.TEXT, FieldType.NUMBER, FieldType.EMAIL, FieldType.PHONE, FieldType.URL, FieldType.AUTO_NUMBER);

    private static final int MOST_COMPUTED_SCALE = 10;
    private static final Set<FieldType> COMPUTED = EnumSet.of(
            FieldType.TEXT, FieldType.NUMBER, FieldType.CURRENCY, FieldType.PERCENT, FieldType.BOOLEAN, FieldType.DATE, FieldType.DATETIME);

    private final Violations violations;

    FieldCheck(Violations violations) {
        this.violations = violations;
    }

    void check(FieldDefinition field, String place) {
        texts(field, place);
        size(field, place);
        picklist(field, place);
        traits(field, place);
        if (field.traits().defaultValue() != null && !fits(field, field.traits().defaultValue())) {
            violations.add(place + "/defaultValue", "'" + field.traits().defaultValue() + "' is no value of this field");
        }
    }

    private void texts(FieldDefinition field, String place) {
        length(field.label(), 80, place + "/label");
        length(field.helpText(), 510, place + "/helpText");
        length(field.guidance(), 1_000, place + "/guidance");
        length(field.traits().defaultValue(), 255, place + "/defaultValue");
        length(field.traits().formula(), 4_000, place + "/formula");
        violations.require(!field.label().isBlank(), place + "/label", "write a label");
    }

    private void length(@Nullable String text, int most, String place) {
        violations.require(text == null || text.length() <= most, place, "is longer than " + most + " characters");
    }

    private void size(FieldDefinition field, String place) {
        int most = field.type() == FieldType.LONG_TEXT ? LONGEST_LONG_TEXT : LONGEST_TEXT;
        Integer length = field.length();
        violations.require(length == null || (length >= 1 && length <= most), place + "/length", "is not between 1 and " + most);
        Integer digits = field.digits();
        Integer scale = field.scale();
        if (digits != null && scale != null) {
            violations.require(digits >= 1 && digits <= MOST_DIGITS && scale >= 0 && scale <= digits, place + "/digits",
                    "a number has 1 to " + MOST_DIGITS + " digits, and no more behind the point than in all");
        }
    }

    private void picklist(FieldDefinition field, String place) {
        boolean picklist = field.type() == FieldType.PICKLIST || field.type() == FieldType.MULTI_PICKLIST;
        violations.require(picklist || field.picklistValues().isEmpty(), place + "/values", "only a picklist offers values");
        violations.require(!field.traits().restricted() || (picklist && !field.picklistValues().isEmpty()), place + "/restricted",
                "only a picklist with values can be restricted to them");
        Set<String> met = new HashSet<>();
        for (PicklistValue value : field.picklistValues()) {
            violations.require(met.add(value.apiName().toLowerCase(Locale.ROOT)), place + "/values", "'" + value.apiName() + "' is there twice");
            violations.require(!value.apiName().isBlank() && value.apiName().length() <= 255 && value.label().length() <= 255, place + "/values",
                    "a value has 1 to 255 characters, its label too");
            violations.require(field.type() != FieldType.MULTI_PICKLIST || !value.apiName().contains(";"), place + "/values",
                    "semicolons part the values of a multi-select picklist; leave them out of '" + value.apiName() + "'");
        }
    }

    private void traits(FieldDefinition field, String place) {
        FieldTraits traits = field.traits();
        violations.require(!traits.unique() || (IDENTIFYING.contains(field.type()) && !field.isFormula()), place + "/unique",
                "only a stored text, number, email, phone, URL or auto-number can be unique or an external id");
        violations.require(!field.required() || (field.type() != FieldType.BOOLEAN && !field.isFormula() && field.type() != FieldType.AUTO_NUMBER),
                place + "/required", "this field always has a value");
        violations.require(!traits.trackHistory() || (field.type() != FieldType.LONG_TEXT && field.type() != FieldType.AUTO_NUMBER && !field.isFormula()),
                place + "/trackHistory", "long texts, auto-numbers and formulas have no history");
        violations.require(traits.autoNumberFormat() == null || field.type() == FieldType.AUTO_NUMBER, place + "/autoNumberFormat",
                "only an auto-number has a format");
        violations.require(traits.autoNumberFormat() == null || AutoNumberFormat.parse(traits.autoNumberFormat()).isPresent(),
                place + "/autoNumberFormat", "write one group of zeros in braces, such as C-{000000}, with at most 10 characters beside it");
        if (field.isFormula()) {
            violations.require(COMPUTED.contains(field.type()) && traits.defaultValue() == null, place + "/formula",
                    "a formula gives a Text, Number, Currency, Percent, Boolean, Date or DateTime, and has no default");
            violations.require(field.scale() == null || field.scale() <= MOST_COMPUTED_SCALE, place + "/scale",
                    "a formula has at most " + MOST_COMPUTED_SCALE + " digits behind the point");
            violations.require(traits.formula() != null && !traits.formula().isBlank(), place + "/formula", "write the formula");
        }
    }

    private static boolean fits(FieldDefinition field, String text) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT, EMAIL, PHONE, URL -> field.length() == null || text.length() <= field.length();
            case PICKLIST -> offers(field, text);
            case MULTI_PICKLIST -> Arrays.stream(text.split(";", -1)).allMatch(value -> offers(field, value));
            case NUMBER, CURRENCY, PERCENT -> number(field, text);
            case BOOLEAN -> text.equals("true") || text.equals("false");
            case DATE -> parses(() -> LocalDate.parse(text));
            case DATETIME -> parses(() -> Instant.parse(text));
            case ID, AUTO_NUMBER, LOOKUP, MASTER_DETAIL -> false;
        };
    }

    private static boolean offers(FieldDefinition field, String text) {
        return !field.traits().restricted() || field.picklistValues().stream().anyMatch(value -> value.active() && value.apiName().equals(text));
    }

    private static boolean number(FieldDefinition field, String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            int scale = field.scale() == null ? 0 : field.scale();
            int digits = field.digits() == null ? MOST_DIGITS : field.digits();
            return text.length() <= 40 && number.stripTrailingZeros().scale() <= scale && number.precision() - number.scale() <= digits - scale;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean parses(Runnable parse) {
        try {
            parse.run();
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
