package org.gatehouse.query.plan;

import java.util.List;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.PicklistValue;

/**
 * The label of a picklist's value. A value that the picklist does not offer any more stands for itself.
 *
 * @param values what the picklist offers
 */
public record PicklistLabel(List<PicklistValue> values) implements ColumnFunction {
    public PicklistLabel {
        values = List.copyOf(values);
    }

    @Override
    public FieldType type() {
        return FieldType.TEXT;
    }

    @Override
    public String name() {
        return "toLabel";
    }
}
