package org.gatehouse.oracle;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One record of the model: values by field name, nothing where there is none. */
record ModelRecord(String id, boolean deleted, Map<String, Object> values) {
    ModelRecord {
        values = Map.copyOf(values);
    }

    @Nullable Object value(ModelField field) {
        return values.get(field.name());
    }

    /** The same record but for one value. */
    ModelRecord with(String field, @Nullable Object value) {
        Map<String, Object> changed = new HashMap<>(values);
        if (value == null) {
            changed.remove(field);
        } else {
            changed.put(field, value);
        }
        return new ModelRecord(id, deleted, changed);
    }
}
