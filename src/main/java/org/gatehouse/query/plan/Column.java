package org.gatehouse.query.plan;

import java.util.Optional;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.FieldType;

/**
 * A field of one scan, which the person may read, or a part of its date.
 *
 * @param scan the number of the scan
 */
public record Column(int scan, FieldDefinition field, Optional<DatePart> part) implements Value {
    public Column(int scan, FieldDefinition field) {
        this(scan, field, Optional.empty());
    }

    @Override
    public FieldType type() {
        return part.map(DatePart::type).orElse(field.type());
    }

    @Override
    public String name() {
        return part.map(date -> date.kind() + "(" + field.apiName() + ")").orElse(field.apiName());
    }
}
