package org.gatehouse.permission.grants;

import java.util.List;
import java.util.Map;
import org.gatehouse.permission.ObjectPermission;
import org.jspecify.annotations.Nullable;

/** What administrators write and read of permissions. */
public interface GrantSettings {
    /**
     * A permission set, read and written whole.
     *
     * @param profile the API name of the profile whose own set it is, null for a set that is assigned
     * @param sessionBased whether it counts only while it is activated for a connection
     * @param muting whether it says what a group of sets takes away
     * @param systemPermissions API names, for example {@code ApiEnabled}
     * @param objects what it grants, by the API name of the object
     * @param version the version it was read at; null for a new one
     */
    record PermissionSet(
            String name,
            String label,
            @Nullable String profile,
            boolean sessionBased,
            boolean muting,
            @Nullable List<String> systemPermissions,
            @Nullable Map<String, ObjectGrant> objects,
            @Nullable Integer version) {
        List<String> system() {
            return systemPermissions == null ? List.of() : systemPermissions;
        }

        Map<String, ObjectGrant> granted() {
            return objects == null ? Map.of() : objects;
        }
    }

    /**
     * What is granted of one object.
     *
     * @param fields by the API name of the field; fields that are left out are not granted
     */
    record ObjectGrant(
            boolean read, boolean create, boolean edit, boolean delete, boolean viewAll, boolean modifyAll, boolean viewAllFields,
            @Nullable Map<String, FieldGrant> fields) {
        ObjectPermission permission() {
            return new ObjectPermission(read, create, edit, delete, viewAll, modifyAll, viewAllFields);
        }

        Map<String, FieldGrant> byField() {
            return fields == null ? Map.of() : fields;
        }
    }

    /** What is granted of one field. */
    record FieldGrant(boolean read, boolean edit) {}

    /**
     * A set that a person holds.
     *
     * @param expiresAt until when, in ISO 8601; null for good
     */
    record Assignment(String permissionSet, @Nullable String expiresAt) {}

    /**
     * Permission sets that are given together, read and written whole.
     *
     * @param permissionSets API names of its members
     * @param muting the API name of the set that says what the members do not grant here; null for none
     * @param version the version it was read at; null for a new one
     */
    record SetGroup(String name, String label, @Nullable List<String> permissionSets, @Nullable String muting, @Nullable Integer version) {
        List<String> members() {
            return permissionSets == null ? List.of() : permissionSets;
        }
    }

    /**
     * A group of sets that a person holds.
     *
     * @param expiresAt until when, in ISO 8601; null for good
     */
    record GroupAssignment(String group, @Nullable String expiresAt) {}

    /**
     * Somebody who may sign in.
     *
     * @param id read only
     * @param profile an API name
     * @param role an API name, null for nobody in the hierarchy
     * @param manager a user name
     * @param timeZone for example {@code Europe/Berlin}
     * @param locale for example {@code de_DE}
     * @param lastModifiedDate the moment of the last change, in ISO 8601: an update names the one it was read at
     */
    record Person(
            @Nullable String id,
            String username,
            String name,
            String email,
            @Nullable String title,
            String profile,
            @Nullable String role,
            @Nullable String manager,
            boolean active,
            String timeZone,
            String locale,
            @Nullable String lastModifiedDate) {}
}
