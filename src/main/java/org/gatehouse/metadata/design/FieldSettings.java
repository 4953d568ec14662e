package org.gatehouse.metadata.design;

import java.util.List;
import org.gatehouse.metadata.FieldDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A field as an administrator writes and reads it. What is left out has its usual value.
 *
 * @param type the type of its values; for a formula, of its result
 * @param values what a picklist offers, in order
 * @param column the column of a mapped table; Gatehouse chooses the column of a managed one
 * @param permissionSets who may read, or edit, a new field from the start; nobody else may until granted
 * @param version the version of the object at which the field was read
 */
public record FieldSettings(
        String name,
        @Nullable String label,
        String type,
        @Nullable Integer length,
        @Nullable Integer digits,
        @Nullable Integer scale,
        boolean required,
        boolean readOnly,
        boolean unique,
        boolean externalId,
        boolean restricted,
        boolean trackHistory,
        @Nullable List<String> referenceTo,
        @Nullable String relationshipName,
        @Nullable String childRelationshipName,
        @Nullable String helpText,
        @Nullable String guidance,
        @Nullable List<Value> values,
        @Nullable String formula,
        @Nullable String defaultValue,
        @Nullable String autoNumberFormat,
        @Nullable String column,
        @Nullable List<Grant> permissionSets,
        @Nullable Integer version) {

    /** One value of a picklist; one that is not active stays on records that have it. */
    public record Value(String value, @Nullable String label, @Nullable Boolean active) {}

    /** Who may read a new field, and whether they may edit it. */
    public record Grant(String permissionSet, boolean edit) {}

    static FieldSettings of(FieldDefinition field, boolean managed) {
        return new FieldSettings(
                field.apiName(), field.label(), field.type().apiName(), field.length(), field.digits(), field.scale(), field.required(),
                field.readOnly(), field.traits().unique(), field.traits().externalId(), field.traits().restricted(),
                field.traits().trackHistory(), field.isReference() ? field.referenceTo() : null, field.relationshipName(),
                field.childRelationshipName(), field.helpText(), field.guidance(),
                field.picklistValues().isEmpty()
                        ? null
                        : field.picklistValues().stream().map(value -> new Value(value.apiName(), value.label(), value.active())).toList(),
                field.traits().formula(), field.traits().defaultValue(), field.traits().autoNumberFormat(),
                managed || field.isFormula() ? null : field.column(), null, null);
    }
}
