package org.gatehouse.oracle;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.oracle.Judge.Level;
import org.jspecify.annotations.Nullable;

/** What the paths of a query mean for a record: nothing where a parent on the way is hidden. */
final class Values {
    /** What a path over a reference to several objects says about the record's object. */
    static final ModelField TYPE = ModelField.plain("Type", FieldType.TEXT, "", true);

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
        boolean several = false;
        for (String step : path.relationships()) {
            ModelField reference = at.relationship(step).orElseThrow();
            several = reference.targets().size() > 1;
            Optional<Target> target = target(organisation, judge, reference, record);
            if (target.isEmpty()) {
                return null;
            }
            at = target.get().object();
            record = target.get().record();
        }
        ModelField field = several && path.field().equalsIgnoreCase("Type") ? TYPE : at.field(path.field()).orElseThrow();
        Object value = field.equals(TYPE) ? at.name() : own(record, field);
        if (value == null) {
            return null;
        }
        return path.function() == null ? new Value(field, value) : new Value(path.function().result(), path.function().of(value));
    }

    /** What a condition on a record asks. */
    Truth.Row row(ModelRecord record) {
        return new Truth.Row() {
            @Override
            public @Nullable Value value(ModelOperand operand) {
                return of(record, (ModelPath) operand);
            }

            @Override
            public Set<String> found(ModelTest.InQuery query) {
                ModelObject inner = organisation.require(query.object());
                Values values = new Values(organisation, judge, inner);
                return judge.visible(inner).stream()
                        .filter(candidate -> query.where().isEmpty() || Truth.of(query.where().get(), values.row(candidate)))
                        .flatMap(candidate -> Optional.ofNullable(values.of(candidate, query.found())).stream())
                        .map(value -> (String) value.content())
                        .collect(Collectors.toSet());
            }
        };
    }

    /** The record that a reference points to, of whichever object, if it is there and visible. */
    static Optional<Target> target(Organisation organisation, Judge judge, ModelField reference, ModelRecord from) {
        return reference.targets().stream()
                .map(organisation::require)
                .flatMap(target -> organisation.record(target, from.value(reference))
                        .filter(found -> judge.allows(target, found, Level.READ))
                        .map(found -> new Target(target, found))
                        .stream())
                .findFirst();
    }

    static @Nullable Object own(ModelRecord record, ModelField field) {
        if (field.formula() != null) {
            return field.formula().value().apply(record.values());
        }
        return switch (field.name()) {
            case "Id" -> record.id();
            case "IsDeleted" -> record.deleted();
            default -> record.value(field);
        };
    }

    /** Where a reference points to. */
    record Target(ModelObject object, ModelRecord record) {}

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
