package org.gatehouse.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What became of one change.
 *
 * @param id the record's id, empty where the change was refused
 * @param errors why it was refused
 * @param record the record as the person may read it now
 */
public record RowResult(Optional<String> id, List<RowError> errors, Optional<ObjectNode> record) {
    public RowResult {
        errors = List.copyOf(errors);
    }

    /** Whether the change was done. */
    public boolean success() {
        return errors.isEmpty();
    }

    /** One reason for a refusal, with the fields that are in the way. */
    public record RowError(String errorCode, String message, List<String> fields) {
        public RowError {
            fields = List.copyOf(fields);
        }
    }
}
