package org.gatehouse.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gatehouse.oracle.ModelQuery.Nulls;
import org.gatehouse.oracle.Organisation.Person;
import org.jspecify.annotations.Nullable;

/** Answers a query for one person by looking at every record. */
final class Evaluator {
    private static final int PAGE = 2_000;

    private final Organisation organisation;
    private final Judge judge;

    Evaluator(Organisation organisation, Person person) {
        this.organisation = organisation;
        this.judge = new Judge(organisation, person);
    }

    Judge judge() {
        return judge;
    }

    Answer answer(ModelQuery query) {
        Set<String> faults = new Faults(organisation, judge.rights()).of(query);
        if (!faults.isEmpty()) {
            return new Answer.Refused(faults);
        }
        ModelObject object = organisation.require(query.object());
        Values values = new Values(organisation, judge, object);
        List<ModelRecord> found = new ArrayList<>(judge.visible(object).stream()
                .filter(candidate -> query.where().isEmpty() || Truth.of(query.where().get(), path -> values.of(candidate, path)))
                .toList());
        found.sort(order(query, values));
        int first = Math.min(found.size(), query.offset() == null ? 0 : query.offset());
        int last = Math.min(found.size(), first + Math.min(query.limit() == null ? PAGE : query.limit(), PAGE));
        List<ModelRecord> page = found.subList(first, last);
        return query.counts() ? new Answer.Count(page.size()) : new Answer.Rows(page.stream().map(row -> row(query, row, values)).toList());
    }

    private static Comparator<ModelRecord> order(ModelQuery query, Values values) {
        Comparator<ModelRecord> order = Comparator.comparing(ModelRecord::id, Folding.EXACT);
        for (ModelQuery.Order by : query.orders().reversed()) {
            Comparator<ModelRecord> first = (left, right) -> compare(by, values.of(left, by.path()), values.of(right, by.path()));
            order = first.thenComparing(order);
        }
        return order;
    }

    private static int compare(ModelQuery.Order by, Values.@Nullable Value left, Values.@Nullable Value right) {
        if (left == null || right == null) {
            int nullsFirst = Boolean.compare(left != null, right != null);
            return by.nulls() == Nulls.LAST ? -nullsFirst : nullsFirst;
        }
        return by.descending() ? right.compareTo(left) : left.compareTo(right);
    }

    private String row(ModelQuery query, ModelRecord candidate, Values values) {
        ModelObject object = organisation.require(query.object());
        Map<String, Object> members = members(object);
        for (ModelPath path : query.paths()) {
            put(members, object, candidate, path, values);
        }
        return members.toString();
    }

    private void put(Map<String, Object> members, ModelObject object, ModelRecord candidate, ModelPath path, Values values) {
        if (path.relationships().isEmpty()) {
            ModelField field = object.field(path.field()).orElseThrow();
            members.put(field.name(), Canon.value(Values.own(candidate, field)));
            return;
        }
        ModelField reference = object.relationship(path.relationships().getFirst()).orElseThrow();
        String name = java.util.Objects.requireNonNull(reference.relationship());
        ModelObject parent = organisation.require(reference.targets().getFirst());
        ModelPath rest = new ModelPath(path.relationships().subList(1, path.relationships().size()), path.field());
        judge.visible(parent, candidate.value(reference))
                .ifPresentOrElse(found -> put(nested(members, name, parent), parent, found, rest, values), () -> members.put(name, "null"));
    }

    @SuppressWarnings("unchecked") // Only this class puts values there, and under a relationship's name only maps.
    private static Map<String, Object> nested(Map<String, Object> members, String name, ModelObject parent) {
        return (Map<String, Object>) members.computeIfAbsent(name, absent -> members(parent));
    }

    private static Map<String, Object> members(ModelObject object) {
        return new TreeMap<>(Map.of("attributes", object.name()));
    }
}
