package org.gatehouse.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** One thing to do to one record. */
public sealed interface RecordChange {
    /** Makes a record with those values. */
    record Create(ObjectNode values) implements RecordChange {}

    /**
     * Gives fields of a record new values; the others keep theirs.
     *
     * @param unmodifiedSince refuses if the record was changed after that
     */
    record Update(String id, ObjectNode values, Optional<Instant> unmodifiedSince) implements RecordChange {}

    /** Puts a record into the recycle bin, or deletes it for good where the object has none. */
    record Delete(String id) implements RecordChange {}

    /** Takes a record out of the recycle bin. */
    record Undelete(String id) implements RecordChange {}
}
