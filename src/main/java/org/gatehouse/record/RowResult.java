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
 * @param before in a preview, the record as it was before it
 */
public record RowResult(Optional<String> id, List<RowError> errors, Optional<ObjectNode> record, Optional<ObjectNode> before) {
    public RowResult {
        errors = List.copyOf(errors);
    }

    /** Whether the change was done. */
    public boolean success() {
        return errors.isEmpty();
    }

    /** The same with the record as it was before. */
    RowResult after(Optional<ObjectNode> was) {
        return new RowResult(id, errors, record, was);
    }

    /** One reason for a refusal, with the fields that are in the way. */
    public record RowError(String errorCode, String message, List<String> fields) {
        public RowError {
            fields = List.copyOf(fields);
        }
    }
}
