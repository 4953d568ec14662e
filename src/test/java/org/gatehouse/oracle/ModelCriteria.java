package org.gatehouse.oracle;

import java.util.List;
import org.gatehouse.oracle.Organisation.Person;
import org.gatehouse.oracle.Values.Value;
import org.jspecify.annotations.Nullable;

/** Criteria of a rule over fields of the same record. */
record ModelCriteria(boolean any, List<Criterion> criteria) {
    static final ModelCriteria NONE = new ModelCriteria(false, List.of());

    ModelCriteria {
        criteria = List.copyOf(criteria);
    }

    /**
     * One comparison.
     *
     * @param value of the field's type; {@code $User.Id} and {@code $User.RoleId} stand for the person's own
     */
    record Criterion(String field, String operator, @Nullable Object value) {}

    /**
     * Whether they hold. A criterion on the role of somebody without one means nothing, and criteria that mean nothing hold for no record: a
     * sharing rule then opens nothing, a restriction rule leaves nothing.
     */
    boolean hold(ModelObject object, ModelRecord record, Person person) {
        if (criteria.isEmpty() || criteria.stream().anyMatch(criterion -> "$User.RoleId".equals(criterion.value) && person.role() == null)) {
            return false;
        }
        return any
                ? criteria.stream().anyMatch(criterion -> holds(criterion, object, record, person))
                : criteria.stream().allMatch(criterion -> holds(criterion, object, record, person));
    }

    private static boolean holds(Criterion criterion, ModelObject object, ModelRecord record, Person person) {
        ModelField field = object.field(criterion.field).orElseThrow();
        Object content = Values.own(record, field);
        Value value = content == null ? null : new Value(field, content);
        Object with = "$User.Id".equals(criterion.value) ? person.id() : "$User.RoleId".equals(criterion.value) ? person.role() : criterion.value;
        return switch (criterion.operator) {
            case "equals" -> Truth.compare(value, "=", with);
            case "notEqual" -> Truth.compare(value, "!=", with);
            case "lessThan" -> Truth.compare(value, "<", with);
            case "lessOrEqual" -> Truth.compare(value, "<=", with);
            case "greaterThan" -> Truth.compare(value, ">", with);
            case "greaterOrEqual" -> Truth.compare(value, ">=", with);
            case "startsWith" -> content instanceof String text && with instanceof String start && lower(text).startsWith(lower(start));
            case "contains" -> content instanceof String text && with instanceof String part && lower(text).contains(lower(part));
            default -> throw new IllegalArgumentException(criterion.operator);
        };
    }

    private static String lower(String text) {
        return text.codePoints().map(Folding::fold).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
