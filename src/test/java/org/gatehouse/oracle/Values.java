package org.gatehouse.oracle;

import org.jspecify.annotations.Nullable;

/** What a path of a query means for a record: nothing where a parent on the way is hidden. */
final class Values {
    private final Organisation organisation;
    private final Judge judge;
    private final ModelObject object;

    Values(Organisation organisation, Judge judge, ModelObject object) {
        this.organisation = organisation;
        this.judge = judge;
        this.object = object;
    }

    @Nullable Value of(ModelRecord candidate, ModelPath path) {
        ModelObject at = object;
        ModelRecord record = candidate;
        for (String step : path.relationships()) {
            ModelField reference = at.relationship(step).orElseThrow();
            at = organisation.require(reference.targets().getFirst());
            record = judge.visible(at, record.value(reference)).orElse(null);
            if (record == null) {
                return null;
            }
        }
        ModelField field = at.field(path.field()).orElseThrow();
        Object value = own(record, field);
        return value == null ? null : new Value(field, value);
    }

    static @Nullable Object own(ModelRecord record, ModelField field) {
        return switch (field.name()) {
            case "Id" -> record.id();
            case "IsDeleted" -> record.deleted();
            default -> record.value(field);
        };
    }

    /** A value and the field that it stands in, which says how it compares. */
    record Value(ModelField field, Object content) implements Comparable<Value> {
        @Override
        public int compareTo(Value other) {
            return against(other.content);
        }

        @SuppressWarnings("unchecked") // Values of one field are of one type.
        int against(Object other) {
            if (content instanceof String text) {
                return (field.isText() ? Folding.ANY_CASE : Folding.EXACT).compare(text, (String) other);
            }
            return ((Comparable<Object>) content).compareTo(other);
        }
    }
}
