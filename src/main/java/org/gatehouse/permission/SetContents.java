package org.gatehouse.permission;

import java.util.Map;
import java.util.Set;
import org.gatehouse.permission.Muting.MutedField;
import org.gatehouse.permission.Permissions.FieldName;

/** What one permission set holds. A muting set holds what is taken away, in the same tables. */
record SetContents(Set<SystemPermission> system, Map<String, ObjectPermission> objects, Map<FieldName, MutedField> fields) {
    static final SetContents NONE = new SetContents(Set.of(), Map.of(), Map.of());

    SetContents {
        system = Set.copyOf(system);
        objects = Map.copyOf(objects);
        fields = Map.copyOf(fields);
    }

    /** What these take away. */
    Muting muting() {
        return new Muting(system, objects, fields);
    }
}
