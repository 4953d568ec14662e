package org.gatehouse.metadata.design;

import java.util.List;
import java.util.Locale;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.FieldTraits;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.KeyType;
import org.gatehouse.metadata.ObjectCatalog;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.metadata.PicklistValue;
import org.gatehouse.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/** Turns what an administrator wrote of a field into a definition: with the usual values, and names as they are spelled where they are defined. */
public final class FieldDrafts {
    private static final int RECORD_ID = 18;

    private final ObjectCatalog catalog;
    private final Violations violations;

    public FieldDrafts(ObjectCatalog catalog, Violations violations) {
        this.catalog = catalog;
        this.violations = violations;
    }

    /**
     * A field that did not exist before.
     *
     * @param own the name of the object itself, which the catalog does not know yet
     * @param keyType how the column stores references
     */
    public FieldDefinition draft(FieldSettings settings, String own, String column, KeyType keyType, String place) {
        ApiNames.check(settings.name(), place + "/name", violations);
        FieldType type = type(settings.type(), place);
        boolean reference = type == FieldType.LOOKUP || type == FieldType.MASTER_DETAIL;
        List<String> targets = targets(settings, own, place);
        violations.require(reference == !targets.isEmpty(), place + "/referenceTo",
                reference ? "name the objects that it may point to" : "only a Lookup or a MasterDetail points to objects");
        return new FieldDefinition(
                settings.name(),
                orElse(settings.label(), settings.name()),
                type,
                settings.formula() == null ? column : "",
                reference ? Integer.valueOf(RECORD_ID) : length(settings, type),
                isNumber(type) ? orElse(settings.digits(), 18) : null,
                isNumber(type) ? orElse(settings.scale(), type == FieldType.NUMBER ? 0 : 2) : null,
                settings.required() || type == FieldType.MASTER_DETAIL,
                settings.required() || type == FieldType.MASTER_DETAIL,
                settings.readOnly(),
                targets,
                reference ? relationshipName(settings, place) : null,
                reference ? settings.childRelationshipName() : null,
                settings.helpText(),
                settings.guidance(),
                values(settings),
                new FieldTraits(
                        settings.unique() || settings.externalId(), settings.externalId(), settings.restricted(), settings.trackHistory(),
                        reference ? keyType : KeyType.TEXT, settings.formula(), settings.defaultValue(),
                        type == FieldType.AUTO_NUMBER ? orElse(settings.autoNumberFormat(), "{000000}") : settings.autoNumberFormat(), false,
                        false));
    }

    /** The field as it is after a change of what may change: all but its name, type, column and what it points to. */
    FieldDefinition change(FieldDefinition field, FieldSettings settings, String place) {
        violations.require(settings.type().equals(field.type().apiName()), place + "/type", "a field keeps its type; make a new field");
        violations.require(
                settings.referenceTo() == null || settings.referenceTo().equals(field.referenceTo()), place + "/referenceTo",
                "a field keeps what it points to; make a new field");
        violations.require((settings.formula() == null) == (field.traits().formula() == null), place + "/formula",
                "a stored field does not become a formula, nor the other way; make a new field");
        violations.require(grows(field.length(), settings.length()) && grows(field.digits(), settings.digits()), place + "/length",
                "a field can become longer, not shorter: there may be values that would no longer fit");
        violations.require(settings.scale() == null || settings.scale().equals(field.scale()), place + "/scale", "a field keeps its scale");
        FieldTraits traits = field.traits();
        // A field that everybody may read stays so; one that becomes required becomes so.
        return new FieldDefinition(
                field.apiName(), orElse(settings.label(), field.label()), field.type(), field.column(),
                settings.length() == null ? field.length() : settings.length(), settings.digits() == null ? field.digits() : settings.digits(),
                field.scale(), settings.required(), field.alwaysReadable() || settings.required(), settings.readOnly(), field.referenceTo(),
                settings.relationshipName() == null ? field.relationshipName() : settings.relationshipName(), settings.childRelationshipName(),
                settings.helpText(), settings.guidance(), values(settings),
                new FieldTraits(
                        settings.unique() || settings.externalId(), settings.externalId(), settings.restricted(), settings.trackHistory(),
                        traits.keyType(), settings.formula(), settings.defaultValue(),
                        settings.autoNumberFormat() == null ? traits.autoNumberFormat() : settings.autoNumberFormat(), traits.zoneless(),
                        traits.implicitParent()));
    }

    private FieldType type(String name, String place) {
        try {
            FieldType type = FieldType.named(name);
            violations.require(type != FieldType.ID, place + "/type", "every object has its Id already");
            return type;
        } catch (IllegalArgumentException e) {
            violations.add(place + "/type", "there is no field type '" + name + "'");
            return FieldType.TEXT;
        }
    }

    private List<String> targets(FieldSettings settings, String own, String place) {
        List<String> named = settings.referenceTo() == null ? List.of() : settings.referenceTo();
        return named.stream()
                .distinct()
                .map(name -> name.equalsIgnoreCase(own) ? own : catalog.find(name).map(ObjectDefinition::apiName).orElseGet(() -> {
                    violations.add(place + "/referenceTo", "there is no object '" + name + "'");
                    return name;
                }))
                .toList();
    }

    /** {@code AccountId} leads to {@code Account}; for other names the administrator says it. */
    private @Nullable String relationshipName(FieldSettings settings, String place) {
        if (settings.relationshipName() != null) {
            return settings.relationshipName();
        }
        String name = settings.name();
        if (name.length() > 2 && name.toLowerCase(Locale.ROOT).endsWith("id")) {
            return name.substring(0, name.length() - 2);
        }
        violations.add(place + "/relationshipName", "say how queries step to the record that it points to");
        return null;
    }

    private static @Nullable Integer length(FieldSettings settings, FieldType type) {
        Integer usual = switch (type) {
            case TEXT, URL, PICKLIST -> 255;
            case MULTI_PICKLIST -> 4_000;
            case LONG_TEXT -> 32_000;
            case EMAIL -> 254;
            case PHONE -> 40;
            case AUTO_NUMBER -> 40;
            case ID, NUMBER, CURRENCY, PERCENT, BOOLEAN, DATE, DATETIME, LOOKUP, MASTER_DETAIL -> null;
        };
        return usual == null || settings.length() == null ? usual : settings.length();
    }

    private static List<PicklistValue> values(FieldSettings settings) {
        return settings.values() == null
                ? List.of()
                : settings.values().stream()
                        .map(value -> new PicklistValue(value.value(), orElse(value.label(), value.value()), orElse(value.active(), true)))
                        .toList();
    }

    static boolean isNumber(FieldType type) {
        return type == FieldType.NUMBER || type == FieldType.CURRENCY || type == FieldType.PERCENT;
    }

    private static boolean grows(@Nullable Integer before, @Nullable Integer after) {
        return after == null || (before != null && after >= before);
    }

    private static <T> T orElse(@Nullable T value, T usual) {
        return value == null ? usual : value;
    }
}
