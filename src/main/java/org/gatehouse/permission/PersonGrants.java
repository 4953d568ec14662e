package org.gatehouse.permission;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gatehouse.permission.Permissions.FieldName;
import org.jspecify.annotations.Nullable;

/**
 * Everything that gives one person permissions, each source for itself: what explanations name is what the engine adds up.
 *
 * @param roleId the person's place in the role hierarchy, if any
 * @param timeZone the name of the person's time zone
 * @param groups the groups whose shares reach the person
 * @param sources the profile and the unexpired assignments; session-based ones included, whether activated or not
 */
public record PersonGrants(String userId, @Nullable String roleId, String timeZone, Set<String> groups, List<PermissionSource> sources) {
    public PersonGrants {
        groups = Set.copyOf(groups);
        sources = List.copyOf(sources);
    }

    /** Somebody unknown or not active. */
    static PersonGrants none(String userId) {
        return new PersonGrants(userId, null, "UTC", Set.of(), List.of());
    }

    /** Whether the person's permissions can differ from connection to connection. */
    boolean sessionBased() {
        return sources.stream().anyMatch(PermissionSource::sessionBased);
    }

    /** The sources that count where those session-based sets are active. */
    public List<PermissionSource> inForce(Collection<String> activeSets) {
        Predicate<PermissionSource> counts = source -> !source.sessionBased() || activeSets.contains(source.setId());
        return sources.stream().filter(counts).toList();
    }

    /** What the sources in force add up to. */
    Permissions addedUp(Activations activations) {
        Set<SystemPermission> system = new HashSet<>();
        Map<String, ObjectPermission> objects = new HashMap<>();
        Map<FieldName, FieldPermission> fields = new HashMap<>();
        List<PermissionSource> inForce = inForce(activations.setIds());
        for (PermissionSource source : inForce) {
            system.addAll(source.system());
            source.objects().forEach((object, permission) -> objects.merge(object, permission, ObjectPermission::or));
            source.fields().forEach((field, permission) -> fields.merge(field, permission, FieldPermission::or));
        }
        return new Permissions(
                userId,
                roleId,
                timeZone,
                inForce.stream().map(PermissionSource::setId).collect(Collectors.toSet()),
                groups,
                system,
                objects,
                fields,
                earliest(validUntil(), activations.validUntil()));
    }

    /** When the first assignment ends; null if none does. */
    @Nullable Instant validUntil() {
        return sources.stream().map(PermissionSource::expiresAt).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    }

    private static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /**
     * The session-based permission sets that are active for one connection.
     *
     * @param validUntil when the first of them ends; null if there is none
     */
    record Activations(Set<String> setIds, @Nullable Instant validUntil) {
        static final Activations NONE = new Activations(Set.of(), null);

        Activations {
            setIds = Set.copyOf(setIds);
        }
    }
}
