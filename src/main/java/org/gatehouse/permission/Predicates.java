package org.gatehouse.permission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.permission.Predicate.OwnedBy;

/** Puts predicates together. */
final class Predicates {
    private Predicates() {}

    /**
     * At least one of them. What depends on the owner alone becomes one predicate: however many rules open records by their owner, the database
     * looks at the owner once.
     */
    static Predicate anyOf(List<Predicate> predicates) {
        Map<FieldDefinition, Owners> owners = new LinkedHashMap<>();
        List<Predicate> others = new ArrayList<>();
        for (Predicate predicate : predicates) {
            if (predicate instanceof OwnedBy(var field, var some)) {
                owners.merge(field, some, Owners::or);
            } else if (!others.contains(predicate)) {
                others.add(predicate);
            }
        }
        List<Predicate> all = new ArrayList<>();
        owners.forEach((field, some) -> all.add(new OwnedBy(field, some)));
        all.addAll(others);
        return all.size() == 1 ? all.getFirst() : new Predicate.AnyOf(all);
    }
}
