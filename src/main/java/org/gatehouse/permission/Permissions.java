package org.gatehouse.permission;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the profile and the permission sets of one person add up to, before it is applied to objects.
 *
 * @param roleId the person's place in the role hierarchy, if any
 * @param timeZone the name of the person's time zone
 * @param permissionSetIds the permission sets in force, the profile's own included
 * @param groups the groups whose shares reach the person: public groups, queues, and those of roles
 * @param objects object permissions by API name
 * @param fields field permissions
 * @param validUntil when the first time-limited assignment ends; null if none is limited
 */
public record Permissions(
        String userId,
        @Nullable String roleId,
        String timeZone,
        Set<String> permissionSetIds,
        Set<String> groups,
        Set<SystemPermission> system,
        Map<String, ObjectPermission> objects,
        Map<FieldName, FieldPermission> fields,
        @Nullable Instant validUntil) {
    public Permissions {
        permissionSetIds = Set.copyOf(permissionSetIds);
        groups = Set.copyOf(groups);
        system = Set.copyOf(system);
        objects = Map.copyOf(objects);
        fields = Map.copyOf(fields);
    }

    /** What the person may do with an object of that API name. */
    public ObjectPermission object(String apiName) {
        ObjectPermission own = objects.getOrDefault(apiName, ObjectPermission.NONE);
        if (system.contains(SystemPermission.MODIFY_ALL_DATA)) {
            return own.or(new ObjectPermission(true, true, true, true, true, true, false));
        }
        if (system.contains(SystemPermission.VIEW_ALL_DATA)) {
            return own.or(new ObjectPermission(true, false, false, false, true, false, false));
        }
        // The other permissions build on reading; without it they are a slip in the configuration.
        return own.read() ? own : ObjectPermission.NONE;
    }

    /** Somebody with a role who may do nothing: for looking at settings that speak of a person. */
    public static Permissions nobody() {
        return new Permissions("", "", "UTC", Set.of(), Set.of(), Set.of(), Map.of(), Map.of(), null);
    }

    /** A field, named in full: two names that only look alike when joined are never one key. */
    public record FieldName(String object, String field) {}
}
