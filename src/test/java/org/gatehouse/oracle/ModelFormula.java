package org.gatehouse.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.gatehouse.metadata.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * A formula twice: as the product reads it, and as Java that says what it should give. A blank counts as nothing in text and makes arithmetic and
 * comparisons blank or false; what cannot be computed is blank.
 *
 * @param inputs the fields that it needs
 */
record ModelFormula(String text, Set<String> inputs, Function<Map<String, Object>, @Nullable Object> value) {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    /** Formula fields, each for objects that have what it needs. */
    static final List<ModelField> FIELDS = List.of(
            field("Title__c", FieldType.TEXT, "Name & \" / \" & Code", Set.of("Code"), of -> text(of, "Name") + " / " + text(of, "Code")),
            field("Short__c", FieldType.TEXT, "IF(ISBLANK(Subject), NULL, LEFT(Subject, 3))", Set.of("Subject"), of -> start(text(of, "Subject"))),
            field("Twice__c", FieldType.NUMBER, "Quantity * 2 + 0.25", Set.of("Quantity"), of -> {
                BigDecimal quantity = number(of, "Quantity");
                return quantity == null ? null : quantity.multiply(BigDecimal.TWO).add(new BigDecimal("0.25"));
            }),
            field("Each__c", FieldType.CURRENCY, "Amount / Quantity", Set.of("Amount", "Quantity"), of -> {
                BigDecimal amount = number(of, "Amount");
                BigDecimal quantity = number(of, "Quantity");
                return amount == null || quantity == null || quantity.signum() == 0
                        ? null
                        : amount.divide(quantity, 10, RoundingMode.HALF_UP).setScale(2, RoundingMode.HALF_UP);
            }),
            field("Large__c", FieldType.BOOLEAN, "Amount > 1 && IsOpen", Set.of("Amount", "IsOpen"), of -> {
                BigDecimal amount = number(of, "Amount");
                return amount != null && amount.compareTo(BigDecimal.ONE) > 0 && Boolean.TRUE.equals(of.get("IsOpen"));
            }),
            field("Late__c", FieldType.BOOLEAN, "Due < TODAY()", Set.of("Due"),
                    of -> of.get("Due") instanceof LocalDate due && due.isBefore(TODAY)),
            field("Month__c", FieldType.DATE, "DATE(YEAR(Due), MONTH(Due), 1)", Set.of("Due"),
                    of -> of.get("Due") instanceof LocalDate due ? due.withDayOfMonth(1) : null),
            field("Last__c", FieldType.DATE, "DATE(YEAR(Due), MONTH(Due), 31)", Set.of("Due"),
                    of -> of.get("Due") instanceof LocalDate due && due.lengthOfMonth() == 31 ? due.withDayOfMonth(31) : null));

    private static ModelField field(
            String name, FieldType type, String text, Set<String> inputs, Function<Map<String, Object>, @Nullable Object> value) {
        return new ModelField(name, type, "=", false, List.of(), null, null, false, new ModelFormula(text, inputs, value));
    }

    private static String text(Map<String, Object> values, String field) {
        return (String) values.getOrDefault(field, "");
    }

    /** Characters are counted as Unicode counts them. */
    private static @Nullable String start(String text) {
        int end = text.offsetByCodePoints(0, Math.min(3, text.codePointCount(0, text.length())));
        return end == 0 ? null : text.substring(0, end);
    }

    private static @Nullable BigDecimal number(Map<String, Object> values, String field) {
        return (BigDecimal) values.get(field);
    }
}
