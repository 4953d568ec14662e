package org.gatehouse.metadata.formula;

import java.util.Map;
import org.gatehouse.metadata.FieldDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What the stored fields of a record hold, as its columns hold it: BigDecimal, String, Boolean, LocalDate, Instant, Long, UUID or null.
 *
 * @param now after the change; a field that is missing is empty
 * @param before before the change, null for a new record
 */
public record RecordState(Map<FieldDefinition, @Nullable Object> now, @Nullable Map<FieldDefinition, @Nullable Object> before) {
    /** A record that nobody is changing. */
    public static RecordState of(Map<FieldDefinition, @Nullable Object> values) {
        return new RecordState(values, values);
    }
}
