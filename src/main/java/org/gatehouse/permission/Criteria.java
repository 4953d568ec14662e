package org.gatehouse.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.ObjectDefinition;
import org.jspecify.annotations.Nullable;

/**
 * The criteria of a rule, as an administrator wrote them.
 *
 * @param any whether one that holds is enough; otherwise all must
 */
public record Criteria(List<Criterion> criteria, boolean any) {
    public Criteria {
        criteria = List.copyOf(criteria);
    }

    /**
     * One comparison.
     *
     * @param operator a name of {@link CriterionOperator}
     * @param value text of the field's type; {@code $User.Id} and {@code $User.RoleId} stand for the person's own; null for no value
     */
    public record Criterion(String field, String operator, @Nullable String value) {}

    /**
     * The criteria as a predicate on records of an object, for one person. Empty if there are none or one of them means nothing, for instance
     * because its field is gone: a rule that cannot be read opens nothing.
     */
    public Optional<Predicate> on(ObjectDefinition object, Permissions person) {
        List<Predicate> all = new ArrayList<>();
        for (Criterion criterion : criteria) {
            Optional<Predicate> one = predicate(object, criterion, person);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            all.add(one.get());
        }
        return switch (all.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(all.getFirst());
            default -> Optional.of(any ? new Predicate.AnyOf(all) : new Predicate.AllOf(all));
        };
    }

    private static Optional<Predicate> predicate(ObjectDefinition object, Criterion criterion, Permissions person) {
        FieldDefinition field = object.field(criterion.field).orElse(null);
        CriterionOperator operator = CriterionOperator.named(criterion.operator).orElse(null);
        if (field == null || operator == null || !CriterionValue.fits(field, operator)) {
            return Optional.empty();
        }
        if (criterion.value == null) {
            boolean equality = operator == CriterionOperator.EQUALS || operator == CriterionOperator.NOT_EQUAL;
            return equality ? Optional.of(new Predicate.Compares(field, operator, null)) : Optional.empty();
        }
        return CriterionValue.of(field, criterion.value, person).map(value -> new Predicate.Compares(field, operator, value));
    }
}
