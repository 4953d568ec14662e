package org.gatehouse.metadata.mapping;

import java.util.Optional;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.ObjectDefinition;

/** Compares a mapped object with the table as it is now. */
final class MappingCheck {
    private MappingCheck() {}

    /** Why the object can no longer be used, if it cannot. */
    static Optional<String> complaint(ObjectDefinition object, Optional<ForeignTable> table) {
        String name = object.header().schema() + "." + object.header().table();
        if (table.isEmpty()) {
            return Optional.of("The table " + name + " is not there any more.");
        }
        for (FieldDefinition field : object.fields()) {
            Optional<ForeignColumn> column = table.get().column(field.column());
            if (!field.isFormula() && column.isEmpty()) {
                return Optional.of("The field " + field.apiName() + " has lost its column " + field.column() + " in " + name + ".");
            }
            if (!field.isFormula() && column.filter(it -> it.fits(field)).isEmpty()) {
                return Optional.of("The column " + field.column() + " in " + name + " is of type " + column.map(ForeignColumn::type).orElse("")
                        + " now, which does not hold values of the field " + field.apiName() + ".");
            }
        }
        return Optional.empty();
    }
}
