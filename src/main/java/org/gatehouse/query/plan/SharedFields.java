package org.gatehouse.query.plan;

import java.util.List;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.FieldTraits;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.metadata.formula.Formula;
import org.gatehouse.metadata.formula.FormulaType;

/** Fields that several objects share. */
final class SharedFields {
    /** The name of a record's object, computed like a formula field. No field has an API name with spaces in it. */
    static final FieldDefinition OBJECT = new FieldDefinition(
            "Type of object", "Type", FieldType.TEXT, "", null, null, null, true, true, true, List.of(), null, null, null, null, List.of(),
            FieldTraits.PLAIN.withFormula("object"));

    private SharedFields() {}

    /** What {@link #OBJECT} computes in the records of an object. */
    static Computation object(ObjectDefinition object, Moment moment) {
        return new Computation(new Formula.Constant(FormulaType.TEXT, object.apiName()), moment.now());
    }

    /** Whether two fields can be compared as one: both texts, both numbers, or of one type, and stored alike. */
    static boolean areOne(FieldDefinition one, FieldDefinition other) {
        return kind(one.type()) == kind(other.type())
                && one.traits().keyType() == other.traits().keyType()
                && one.traits().zoneless() == other.traits().zoneless();
    }

    private static FieldType kind(FieldType type) {
        return switch (type) {
            case TEXT, PICKLIST, EMAIL, PHONE, URL, AUTO_NUMBER -> FieldType.TEXT;
            case NUMBER, CURRENCY, PERCENT -> FieldType.NUMBER;
            case ID, LONG_TEXT, BOOLEAN, DATE, DATETIME, MULTI_PICKLIST, LOOKUP, MASTER_DETAIL -> type;
        };
    }
}
