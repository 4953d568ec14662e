package org.gatehouse.permission;

import java.util.List;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.ObjectDefinition;

/** What must hold for a record so that a caller may see it. A value, never SQL text: nothing in a caller's query can change its meaning. */
public sealed interface Predicate {
    /** The person owns the record. */
    record OwnedBy(FieldDefinition owner, String userId) implements Predicate {}

    /** The record's owner has a role strictly below the given one. */
    record OwnedBelow(FieldDefinition owner, String roleId) implements Predicate {}

    /** The record that the reference points to is there and visible. */
    record ParentVisible(FieldDefinition reference, ObjectDefinition parent, RecordFilter filter) implements Predicate {}

    /** At least one of them holds. */
    record AnyOf(List<Predicate> predicates) implements Predicate {
        public AnyOf {
            predicates = List.copyOf(predicates);
        }
    }
}
