package org.gatehouse.permission;

import java.util.List;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.ObjectDefinition;
import org.jspecify.annotations.Nullable;

/** What must hold for a record so that a caller has access to it. A value, never SQL text: nothing in a caller's query can change its meaning. */
public sealed interface Predicate {
    /** The record's owner is one of them. */
    record OwnedBy(FieldDefinition owner, Owners owners) implements Predicate {}

    /** The record was opened by hand to the person or to a group that the person belongs to, as far as the level goes. */
    record Shared(ObjectDefinition object, String userId, AccessLevel level) implements Predicate {}

    /**
     * A field of the record compares to a value as in the query language: text without regard to case, null equal to nothing but null.
     *
     * @param value of the field's own type; null only with EQUALS and NOT_EQUAL
     */
    record Compares(FieldDefinition field, CriterionOperator operator, @Nullable Object value) implements Predicate {}

    /** The record that the reference points to is there and passes the filter. */
    record ParentVisible(FieldDefinition reference, ObjectDefinition parent, RecordFilter filter) implements Predicate {}

    /** A record of the child object that passes the filter points here. */
    record ChildVisible(ObjectDefinition parent, ObjectDefinition child, FieldDefinition reference, RecordFilter filter) implements Predicate {}

    /** All of them hold. */
    record AllOf(List<Predicate> predicates) implements Predicate {
        public AllOf {
            predicates = List.copyOf(predicates);
        }
    }

    /** At least one of them holds. */
    record AnyOf(List<Predicate> predicates) implements Predicate {
        public AnyOf {
            predicates = List.copyOf(predicates);
        }
    }
}
