package org.gatehouse.metadata;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All objects there are, at one version of the configuration. Immutable. */
public final class ObjectCatalog {
    private final List<ObjectDefinition> objects;
    private final Map<String, ObjectDefinition> byName;
    private final Map<String, List<ChildRelationship>> references;
    private final Map<String, List<ChildRelationship>> children;

    public ObjectCatalog(List<ObjectDefinition> objects) {
        this.objects = List.copyOf(objects);
        this.byName = objects.stream().collect(Collectors.toUnmodifiableMap(object -> ObjectDefinition.key(object.apiName()), Function.identity()));
        this.references = references(objects, field -> true);
        this.children = references(objects, field -> field.childRelationshipName() != null);
    }

    private static Map<String, List<ChildRelationship>> references(List<ObjectDefinition> objects, Predicate<FieldDefinition> which) {
        return objects.stream()
                .flatMap(child -> child.fields().stream()
                        .filter(which)
                        .map(field -> new ChildRelationship(child, field)))
                .flatMap(relationship -> relationship.field().referenceTo().stream().map(parent -> Map.entry(parent, relationship)))
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList())));
    }

    /** The object of that API name, in any case. */
    public Optional<ObjectDefinition> find(String apiName) {
        return Optional.ofNullable(byName.get(ObjectDefinition.key(apiName)));
    }

    /** All objects by API name. */
    public List<ObjectDefinition> objects() {
        return objects;
    }

    /** The references that point to an object from others, and from itself. */
    public List<ChildRelationship> childrenOf(ObjectDefinition parent) {
        return children.getOrDefault(parent.apiName(), List.of());
    }

    /** The references that point to an object, those without a name for the way back included. */
    public List<ChildRelationship> referencesTo(ObjectDefinition parent) {
        return references.getOrDefault(parent.apiName(), List.of());
    }

    /** A reference seen from the parent it points to. */
    public record ChildRelationship(ObjectDefinition child, FieldDefinition field) {}
}
