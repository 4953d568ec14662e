package org.gatehouse.oracle;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.metadata.FieldType;

/** Finds why a query may not run as written: every name in every clause must be readable, every value must fit its field. */
final class Faults {
    private static final int MOST_HOPS = 5;

    private final Organisation organisation;
    private final Rights rights;
    private final Set<String> codes = new LinkedHashSet<>();

    Faults(Organisation organisation, Rights rights) {
        this.organisation = organisation;
        this.rights = rights;
    }

    Set<String> of(ModelQuery query) {
        Optional<ModelObject> object = rights.object(organisation, query.object());
        if (object.isEmpty()) {
            return Set.of("INVALID_TYPE");
        }
        query.paths().forEach(path -> field(object.get(), path));
        query.where().ifPresent(test -> check(object.get(), test));
        query.orders().forEach(order -> field(object.get(), order.path()).filter(field -> field.type() == FieldType.LONG_TEXT)
                .ifPresent(field -> codes.add("INVALID_FIELD")));
        if (query.offset() != null && query.offset() > 2_000) {
            codes.add("NUMBER_OUTSIDE_VALID_RANGE");
        }
        return codes;
    }

    private Optional<ModelField> field(ModelObject from, ModelPath path) {
        ModelObject at = from;
        if (path.relationships().size() > MOST_HOPS) {
            codes.add("QUERY_TOO_COMPLICATED");
        }
        for (String step : path.relationships()) {
            ModelObject object = at;
            Optional<ModelObject> parent = object.relationship(step)
                    .filter(reference -> rights.canRead(object, reference) && reference.targets().size() == 1)
                    .flatMap(reference -> rights.object(organisation, reference.targets().getFirst()));
            if (parent.isEmpty()) {
                codes.add("INVALID_RELATIONSHIP");
                return Optional.empty();
            }
            at = parent.get();
        }
        ModelObject object = at;
        Optional<ModelField> field = object.field(path.field()).filter(found -> rights.canRead(object, found));
        if (field.isEmpty()) {
            codes.add("INVALID_FIELD");
        }
        return field;
    }

    private void check(ModelObject object, ModelTest test) {
        switch (test) {
            case ModelTest.And(var terms) -> terms.forEach(term -> check(object, term));
            case ModelTest.Or(var terms) -> terms.forEach(term -> check(object, term));
            case ModelTest.Not(var term) -> check(object, term);
            case ModelTest.Compare compare -> field(object, compare.path()).ifPresent(field -> {
                values(field, java.util.Collections.singletonList(compare.value()));
                if (compare.orders() && (compare.value() == null || !ordered(field))) {
                    codes.add("INVALID_QUERY_FILTER_OPERATOR");
                }
            });
            case ModelTest.In in -> field(object, in.path()).ifPresent(field -> values(field, in.values()));
            case ModelTest.Like like -> field(object, like.path()).ifPresent(field -> {
                if (field.type() == FieldType.LONG_TEXT) {
                    codes.add("INVALID_FIELD");
                } else if (!field.isText()) {
                    codes.add("INVALID_QUERY_FILTER_OPERATOR");
                }
            });
        }
    }

    private void values(ModelField field, List<? extends @org.jspecify.annotations.Nullable Object> values) {
        if (field.type() == FieldType.LONG_TEXT || values.stream().anyMatch(value -> value != null && !fits(field, value))) {
            codes.add("INVALID_FIELD");
        }
    }

    private static boolean ordered(ModelField field) {
        return switch (field.type()) {
            case BOOLEAN, LONG_TEXT, MULTI_PICKLIST -> false;
            default -> true;
        };
    }

    private static boolean fits(ModelField field, Object value) {
        return switch (value) {
            case String ignored -> field.isText() || field.isId();
            case java.math.BigDecimal ignored -> field.isNumber();
            case Boolean ignored -> field.type() == FieldType.BOOLEAN;
            case java.time.LocalDate ignored -> field.type() == FieldType.DATE;
            case java.time.Instant ignored -> field.type() == FieldType.DATETIME;
            default -> false;
        };
    }
}
