package org.gatehouse.permission;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.gatehouse.permission.Permissions.FieldName;
import org.jspecify.annotations.Nullable;

/**
 * One thing that gives a person permissions: the profile, or a permission set that reaches the person by itself or through a group. What the
 * group mutes is already taken off.
 *
 * @param setId the permission set; a profile has one of its own
 * @param name the API name of the profile or the permission set
 * @param group the API name of the permission set group it comes through, null if it does not
 * @param sessionBased whether it counts only for connections that it is activated for
 * @param expiresAt when the assignment ends, null if it does not
 * @param muted what the group took off, for explanations
 */
public record PermissionSource(
        String setId,
        String name,
        boolean profile,
        @Nullable String group,
        boolean sessionBased,
        @Nullable Instant expiresAt,
        Set<SystemPermission> system,
        Map<String, ObjectPermission> objects,
        Map<FieldName, FieldPermission> fields,
        Muting muted) {
    public PermissionSource {
        system = Set.copyOf(system);
        objects = Map.copyOf(objects);
        fields = Map.copyOf(fields);
    }
}
