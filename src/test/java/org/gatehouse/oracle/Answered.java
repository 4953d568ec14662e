package org.gatehouse.oracle;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes the records of an answer: fields, parents, parents of one of several objects, children. */
final class Answered {
    private final Organisation organisation;
    private final Judge judge;
    private final Children children;

    Answered(Organisation organisation, Judge judge, Children children) {
        this.organisation = organisation;
        this.judge = judge;
        this.children = children;
    }

    /** Finds the records of a query for children. */
    interface Children {
        List<ModelRecord> of(ModelQuery query, ModelObject object, List<ModelRecord> candidates);
    }

    List<String> rows(ModelQuery query, ModelObject object, List<ModelRecord> records) {
        return records.stream().map(record -> members(query, object, record).toString()).toList();
    }

    private Map<String, Object> members(ModelQuery query, ModelObject object, ModelRecord record) {
        Map<String, Object> members = members(object);
        query.selected().paths().forEach(path -> put(members, object, record, path));
        Optional.ofNullable(query.selected().many()).ifPresent(word -> Faults.many(object, judge.rights(), word)
                .forEach(field -> put(members, object, record, ModelPath.of(field.name()))));
        query.selected().typeOf().ifPresent(typeOf -> put(members, object, record, typeOf));
        query.selected().children().forEach(child -> put(members, object, record, child));
        return members;
    }

    private void put(Map<String, Object> members, ModelObject object, ModelRecord record, ModelPath path) {
        put(members, object, record, path, false);
    }

    /** @param several whether the record is where a reference to several objects points to */
    private void put(Map<String, Object> members, ModelObject object, ModelRecord record, ModelPath path, boolean several) {
        if (path.relationships().isEmpty()) {
            ModelField field = several && path.field().equalsIgnoreCase("Type") ? Values.TYPE : object.field(path.field()).orElseThrow();
            members.put(field.name(), Canon.value(field.equals(Values.TYPE) ? object.name() : shown(Values.own(record, field), path)));
            return;
        }
        ModelField reference = object.relationship(path.relationships().getFirst()).orElseThrow();
        String name = Objects.requireNonNull(reference.relationship());
        Values.target(organisation, judge, reference, record)
                .ifPresentOrElse(
                        found -> put(
                                nested(members, name, found.object()), found.object(), found.record(), path.rest(), reference.targets().size() > 1),
                        () -> members.put(name, "null"));
    }

    private static @Nullable Object shown(@Nullable Object value, ModelPath path) {
        return path.function() == ModelFunction.TO_LABEL && value instanceof String text ? ModelLabels.ofAll(text) : value;
    }

    private void put(Map<String, Object> members, ModelObject object, ModelRecord record, ModelTypeOf typeOf) {
        ModelField reference = object.relationship(typeOf.relationship()).orElseThrow();
        String name = Objects.requireNonNull(reference.relationship());
        members.put(name, "null");
        Values.target(organisation, judge, reference, record).ifPresent(found -> {
            List<ModelPath> paths = typeOf.branches().stream()
                    .filter(branch -> branch.object().equalsIgnoreCase(found.object().name()))
                    .map(ModelTypeOf.Branch::paths)
                    .findFirst()
                    .orElse(typeOf.otherwise());
            if (!paths.isEmpty()) {
                Map<String, Object> target = members(found.object());
                paths.forEach(path -> put(target, found.object(), found.record(), path));
                members.put(name, target);
            }
        });
    }

    private void put(Map<String, Object> members, ModelObject object, ModelRecord record, ModelQuery query) {
        ModelObject.Child child = organisation.child(object, query.object()).orElseThrow();
        List<ModelRecord> candidates = judge.visible(child.object()).stream()
                .filter(candidate -> record.id().equals(candidate.value(child.reference())))
                .toList();
        List<ModelRecord> found = children.of(query, child.object(), candidates);
        members.put(Objects.requireNonNull(child.reference().children()), found.isEmpty()
                ? "null"
                : new TreeMap<>(Map.of("done", true, "records", rows(query, child.object(), found), "totalSize", found.size())));
    }

    @SuppressWarnings("unchecked") // Only this class puts values there, and under a relationship's name only maps.
    private static Map<String, Object> nested(Map<String, Object> members, String name, ModelObject parent) {
        return (Map<String, Object>) members.computeIfAbsent(name, absent -> members(parent));
    }

    private static Map<String, Object> members(ModelObject object) {
        return new TreeMap<>(Map.of("attributes", object.name()));
    }
}
