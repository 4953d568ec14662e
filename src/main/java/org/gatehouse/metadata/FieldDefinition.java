package org.gatehouse.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of an object.
 *
 * @param column the column that stores it
 * @param length most characters of a text, null where that does not apply
 * @param digits most digits of a number, null where that does not apply
 * @param scale digits behind the point, null where that does not apply
 * @param alwaysReadable whether everybody who may read the object may read the field, without a field permission
 * @param readOnly whether only Gatehouse writes it
 * @param referenceTo the objects a reference may point to; more than one makes it polymorphic
 * @param relationshipName the name that a query uses to step from a record to the one it points to
 * @param childRelationshipName the name of the way back, from the parent to its children
 * @param traits what else it is
 */
public record FieldDefinition(
        String apiName,
        String label,
        FieldType type,
        String column,
        @Nullable Integer length,
        @Nullable Integer digits,
        @Nullable Integer scale,
        boolean required,
        boolean alwaysReadable,
        boolean readOnly,
        List<String> referenceTo,
        @Nullable String relationshipName,
        @Nullable String childRelationshipName,
        @Nullable String helpText,
        @Nullable String guidance,
        List<PicklistValue> picklistValues,
        FieldTraits traits) {
    public FieldDefinition {
        referenceTo = List.copyOf(referenceTo);
        picklistValues = List.copyOf(picklistValues);
    }

    /** Whether the field's value is the id of another record. */
    public boolean isReference() {
        return !referenceTo.isEmpty();
    }

    /** Whether the value is the id of a record: this one's or another's. */
    public boolean isId() {
        return type == FieldType.ID || isReference();
    }

    /** Whether the value is computed from the record's other fields and stored nowhere. */
    public boolean isFormula() {
        return traits.formula() != null;
    }
}
