package org.gatehouse.query.plan;

import java.util.Optional;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.FieldType;

/**
 * A field of one scan, which the person may read, or a part of its date.
 *
 * @param scan the number of the scan
 * @param computation what the field computes, if it is not stored
 */
public record Column(int scan, FieldDefinition field, Optional<Computation> computation, Optional<DatePart> part) implements Value {
    public Column {
        if (field.isFormula() != computation.isPresent()) {
            throw new IllegalArgumentException(field.apiName() + " is stored or computed, not both");
        }
    }

    /** A stored field. */
    public Column(int scan, FieldDefinition field) {
        this(scan, field, Optional.empty(), Optional.empty());
    }

    /** A part of this date. */
    Column take(DatePart taken) {
        return new Column(scan, field, computation, Optional.of(taken));
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
