package org.gatehouse.oracle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One company: its roles, people, permissions, objects and records. */
record Organisation(
        long seed,
        List<Role> roles,
        List<Person> people,
        List<Bundle> bundles,
        List<ModelObject> objects,
        Map<String, List<ModelRecord>> records,
        ModelSharing sharing) {
    /** The moment that every test of an organisation happens at. */
    static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");

    Organisation {
        roles = List.copyOf(roles);
        people = List.copyOf(people);
        bundles = List.copyOf(bundles);
        objects = List.copyOf(objects);
        records = Map.copyOf(records);
    }

    Optional<ModelObject> object(String name) {
        return objects.stream().filter(object -> object.name().equalsIgnoreCase(name)).findFirst();
    }

    ModelObject require(String name) {
        return object(name).orElseThrow();
    }

    List<ModelRecord> recordsOf(ModelObject object) {
        return records.getOrDefault(object.name(), List.of());
    }

    Optional<ModelRecord> record(ModelObject object, @Nullable Object id) {
        return recordsOf(object).stream().filter(candidate -> candidate.id().equals(id)).findFirst();
    }

    /** The children that a relationship leads to. */
    Optional<ModelObject.Child> child(ModelObject parent, String relationship) {
        return objects.stream()
                .flatMap(object -> object.fields().stream()
                        .filter(field -> field.targets().contains(parent.name()) && relationship.equalsIgnoreCase(field.children()))
                        .map(field -> new ModelObject.Child(object, field)))
                .findFirst();
    }

    Optional<Person> person(@Nullable Object id) {
        return people.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    /** Whether the first role stands above the second, at any distance. */
    boolean above(String upper, @Nullable String lower) {
        for (String role = parent(lower); role != null; role = parent(role)) {
            if (role.equals(upper)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String parent(@Nullable String id) {
        return roles.stream().filter(role -> role.id().equals(id)).findFirst().map(Role::parent).orElse(null);
    }

    /** A place in the hierarchy. */
    record Role(String id, @Nullable String parent) {}

    /** Somebody who may sign in. */
    record Person(String id, String name, String profile, @Nullable String role, boolean active, List<Assignment> assignments) {
        Person {
            assignments = List.copyOf(assignments);
        }
    }

    /** A permission set that somebody has, perhaps until a moment. */
    record Assignment(String bundle, @Nullable Instant expires) {}

    /**
     * What a profile or a permission set allows.
     *
     * @param profile the profile that it belongs to, if it is not a permission set
     */
    record Bundle(String id, @Nullable String profile, Set<String> system, Map<String, ObjectRights> objects, Map<FieldKey, FieldRights> fields) {
        Bundle {
            system = Set.copyOf(system);
            objects = Map.copyOf(objects);
            fields = Map.copyOf(fields);
        }
    }

    /** A field named in full. */
    record FieldKey(String object, String field) {}

    /** What may be done with a field. */
    record FieldRights(boolean read, boolean edit) {}

    /** What may be done with an object. */
    record ObjectRights(
            boolean read, boolean create, boolean edit, boolean delete, boolean viewAll, boolean modifyAll, boolean viewAllFields) {}
}
