package org.gatehouse.permission;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gatehouse.permission.Permissions.FieldName;

/**
 * What a permission set group takes away from its members, and from nobody else.
 *
 * @param fields a field whose editing is muted stays readable; one whose reading is muted is gone
 */
public record Muting(Set<SystemPermission> system, Map<String, ObjectPermission> objects, Map<FieldName, MutedField> fields) {
    /** Takes nothing away. */
    static final Muting NONE = new Muting(Set.of(), Map.of(), Map.of());

    public Muting {
        system = Set.copyOf(system);
        objects = Map.copyOf(objects);
        fields = Map.copyOf(fields);
    }

    /** What of a field is taken away. */
    public record MutedField(boolean read, boolean edit) {}

    Set<SystemPermission> leavesSystem(Set<SystemPermission> granted) {
        Set<SystemPermission> left = new HashSet<>(granted);
        left.removeAll(system);
        // A permission that is nothing without a muted one goes with it.
        left.removeIf(permission -> permission.needs().stream().anyMatch(system::contains));
        return left;
    }

    Map<String, ObjectPermission> leavesObjects(Map<String, ObjectPermission> granted) {
        Map<String, ObjectPermission> left = new HashMap<>(granted);
        objects.forEach((object, muted) -> left.computeIfPresent(object, (name, permission) -> permission.without(muted)));
        return left;
    }

    Map<FieldName, FieldPermission> leavesFields(Map<FieldName, FieldPermission> granted) {
        Map<FieldName, FieldPermission> left = new HashMap<>(granted);
        fields.forEach((field, muted) -> left.computeIfPresent(
                field,
                (name, permission) -> muted.read()
                        ? FieldPermission.NONE
                        : new FieldPermission(permission.readable(), permission.editable() && !muted.edit())));
        return left;
    }
}
