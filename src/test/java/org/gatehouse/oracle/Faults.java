package org.gatehouse.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gatehouse.metadata.FieldType;
import org.jspecify.annotations.Nullable;

/** Finds why a query may not run as written: every name in every clause must be readable, every value must fit its field. */
final class Faults {
    private static final Pattern DATES = Pattern.compile("\\b(\\d{4})-\\d\\d-\\d\\d");
    private static final int MOST_HOPS = 5;
    private static final int MOST_JOINS = 30;
    private static final int MOST_QUERIES = 2;

    private final Organisation organisation;
    private final Rights rights;
    private final Set<String> codes = new LinkedHashSet<>();
    private final Set<String> joins = new HashSet<>();
    private int queries;

    Faults(Organisation organisation, Rights rights) {
        this.organisation = organisation;
        this.rights = rights;
    }

    Set<String> of(ModelQuery query) {
        if (DATES.matcher(query.text()).results().map(date -> Integer.parseInt(date.group(1))).anyMatch(year -> year < 1700 || year > 4000)) {
            // Nothing else of a query is looked at that cannot be read.
            return Set.of("NUMBER_OUTSIDE_VALID_RANGE");
        }
        Optional<ModelObject> object = rights.object(organisation, query.object());
        return object.isEmpty() ? Set.of("INVALID_TYPE") : of(query, object.get());
    }

    private Set<String> of(ModelQuery query, ModelObject object) {
        if (query.selected().groups() != null) {
            groups(object, query.selected().groups());
        }
        selected(object, query);
        query.where().ifPresent(test -> check(object, test, operand -> field(object, (ModelPath) operand)));
        query.orders().forEach(order -> ordered(object, query, order.operand()).filter(field -> field.type() == FieldType.LONG_TEXT)
                .ifPresent(field -> codes.add("INVALID_FIELD")));
        if (query.offset() != null && query.offset() > 2_000) {
            codes.add("NUMBER_OUTSIDE_VALID_RANGE");
        }
        if (joins.size() > MOST_JOINS || queries > MOST_QUERIES) {
            codes.add("QUERY_TOO_COMPLICATED");
        }
        return codes;
    }

    /** What an operand is as a field. */
    private interface Fields {
        Optional<ModelField> of(ModelOperand operand);
    }

    private Optional<ModelField> ordered(ModelObject object, ModelQuery query, ModelOperand operand) {
        ModelGroups groups = query.selected().groups();
        return groups == null ? field(object, (ModelPath) operand) : grouped(object, groups, operand);
    }

    private void selected(ModelObject object, ModelQuery query) {
        Map<String, Optional<ModelFunction>> presented = new HashMap<>();
        for (ModelPath path : query.selected().paths()) {
            List<ModelField> fields = fields(object, path.with(null));
            if (path.function() != null && !fields.stream().allMatch(ModelField::isPicklist)) {
                codes.add("INVALID_FIELD");
            }
            Optional<ModelFunction> function = Optional.ofNullable(path.function());
            if (!presented.computeIfAbsent(path.with(null).text().toLowerCase(Locale.ROOT), absent -> function).equals(function)) {
                codes.add("MALFORMED_QUERY");
            }
        }
        String word = query.selected().many();
        if (word != null && !word.equals("STANDARD") && (query.limit() == null || query.limit() > 200)) {
            codes.add("MALFORMED_QUERY");
        }
        if (word != null && many(object, rights, word).stream()
                .anyMatch(field -> presented.getOrDefault(field.name().toLowerCase(Locale.ROOT), Optional.empty()).isPresent())) {
            codes.add("MALFORMED_QUERY");
        }
        query.selected().typeOf().ifPresent(typeOf -> typeOf(object, query, typeOf));
        for (ModelQuery child : query.selected().children()) {
            organisation.child(object, child.object())
                    .filter(found -> rights.canRead(found.object()) && rights.canRead(found.object(), found.reference()))
                    .ifPresentOrElse(
                            found -> codes.addAll(new Faults(organisation, rights).of(child, found.object())),
                            () -> codes.add("INVALID_RELATIONSHIP"));
        }
    }

    /** The fields that a word stands for. */
    static List<ModelField> many(ModelObject object, Rights rights, String word) {
        return object.fields().stream()
                .filter(field -> rights.canRead(object, field))
                .filter(field -> word.equals("ALL") || field.name().endsWith("__c") == word.equals("CUSTOM"))
                .toList();
    }

    private void typeOf(ModelObject object, ModelQuery query, ModelTypeOf typeOf) {
        if (query.selected().paths().stream().anyMatch(path -> !path.relationships().isEmpty()
                && path.relationships().getFirst().equalsIgnoreCase(typeOf.relationship()))) {
            codes.add("MALFORMED_QUERY");
        }
        Optional<ModelField> reference = object.relationship(typeOf.relationship()).filter(field -> rights.canRead(object, field));
        if (reference.isEmpty()) {
            codes.add("INVALID_RELATIONSHIP");
            return;
        }
        Set<String> named = new HashSet<>();
        for (ModelTypeOf.Branch branch : typeOf.branches()) {
            Optional<ModelObject> target = rights.object(organisation, branch.object()).filter(found -> reference.get().targets().contains(found.name()));
            if (target.isEmpty()) {
                codes.add("INVALID_TYPE");
            } else if (!named.add(target.get().name())) {
                codes.add("MALFORMED_QUERY");
            }
            target.ifPresent(found -> branch(object, reference.get(), found, branch.paths()));
        }
        reference.get().targets().stream()
                .filter(target -> !named.contains(target) && !typeOf.otherwise().isEmpty())
                .flatMap(target -> rights.object(organisation, target).stream())
                .forEach(target -> branch(object, reference.get(), target, typeOf.otherwise()));
    }

    private void branch(ModelObject object, ModelField reference, ModelObject target, List<ModelPath> paths) {
        String key = key(object.name(), reference, target);
        joins.add(key);
        paths.forEach(path -> fields(List.of(new Place(target, key)), path));
    }

    private void groups(ModelObject object, ModelGroups groups) {
        groups.by().forEach(path -> field(object, path).filter(field -> field.type() == FieldType.LONG_TEXT).ifPresent(field -> codes.add("INVALID_FIELD")));
        groups.operands().forEach(operand -> grouped(object, groups, operand));
        groups.having().ifPresent(test -> check(object, test, operand -> grouped(object, groups, operand)));
    }

    private Optional<ModelField> grouped(ModelObject object, ModelGroups groups, ModelOperand operand) {
        ModelPath path = operand instanceof ModelAggregate aggregate ? aggregate.path() : (ModelPath) operand;
        Optional<ModelField> field = path == null ? Optional.empty() : field(object, path);
        boolean among = path != null && groups.by().stream().anyMatch(path::isSame);
        if (!(operand instanceof ModelAggregate(var function, var ignored))) {
            if (!among) {
                codes.add("MALFORMED_QUERY");
            }
            return field;
        }
        field.filter(found -> !fits(function, found)).ifPresent(found -> codes.add("INVALID_FIELD"));
        if (function.equals(ModelAggregate.GROUPING) && (!among || groups.kind().isEmpty())) {
            codes.add("MALFORMED_QUERY");
        }
        return function.equals("MIN") || function.equals("MAX") ? field : Optional.of(ModelFunction.CALENDAR_YEAR.result());
    }

    private static boolean fits(String function, ModelField field) {
        return switch (function) {
            case "SUM", "AVG" -> field.isNumber();
            case "MIN", "MAX" -> field.isNumber() || field.type() == FieldType.DATE || field.type() == FieldType.DATETIME;
            case "COUNT", "COUNT_DISTINCT" -> field.type() != FieldType.LONG_TEXT;
            default -> true;
        };
    }

    /** The field that a path leads to, where it is compared: the fields of several objects must be of one kind. */
    private Optional<ModelField> field(ModelObject from, ModelPath path) {
        List<ModelField> fields = fields(from, path);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        ModelField first = fields.getFirst();
        if (fields.stream().anyMatch(field -> kind(field) != kind(first))) {
            codes.add("INVALID_FIELD");
            return Optional.empty();
        }
        ModelFunction function = path.function();
        if (function == null) {
            return Optional.of(fields.stream().allMatch(field -> field.type() == first.type()) || !first.isText() ? first : Values.TYPE);
        }
        if (!function.takes(first.type()) || (function == ModelFunction.TO_LABEL && fields.size() > 1)) {
            codes.add("INVALID_FIELD");
            return Optional.empty();
        }
        return Optional.of(function.result());
    }

    private static FieldType kind(ModelField field) {
        return switch (field.type()) {
            case TEXT, PICKLIST, EMAIL, PHONE, URL, AUTO_NUMBER -> FieldType.TEXT;
            case NUMBER, CURRENCY, PERCENT -> FieldType.NUMBER;
            default -> field.type();
        };
    }

    private List<ModelField> fields(ModelObject from, ModelPath path) {
        return fields(List.of(new Place(from, from.name())), path);
    }

    /** The fields that a path ends in, one for each object; none if it is refused. */
    private List<ModelField> fields(List<Place> from, ModelPath path) {
        if (path.relationships().size() > MOST_HOPS) {
            codes.add("QUERY_TOO_COMPLICATED");
            return List.of();
        }
        List<Place> places = from;
        boolean several = false;
        for (String step : path.relationships()) {
            List<Place> next = new ArrayList<>();
            several = false;
            for (Place place : places) {
                ModelObject object = place.object();
                Optional<ModelField> reference = object.relationship(step).filter(field -> rights.canRead(object, field));
                List<ModelObject> targets = reference.stream()
                        .flatMap(field -> field.targets().stream())
                        .flatMap(target -> rights.object(organisation, target).stream())
                        .toList();
                if (targets.isEmpty()) {
                    codes.add("INVALID_RELATIONSHIP");
                    return List.of();
                }
                several |= reference.orElseThrow().targets().size() > 1;
                targets.forEach(target -> next.add(new Place(target, key(place.key(), reference.orElseThrow(), target))));
            }
            next.forEach(place -> joins.add(place.key()));
            places = next;
        }
        if (several && path.field().equalsIgnoreCase("Type")) {
            return places.stream().map(place -> Values.TYPE).toList();
        }
        List<ModelField> fields = new ArrayList<>();
        for (Place place : places) {
            place.object().field(path.field()).filter(found -> rights.canRead(place.object(), found)).ifPresent(fields::add);
        }
        if (fields.size() < places.size()) {
            codes.add("INVALID_FIELD");
            return List.of();
        }
        return fields;
    }

    private static String key(String before, ModelField reference, ModelObject target) {
        return before + "." + reference.name() + ":" + target.name();
    }

    private void check(ModelObject object, ModelTest test, Fields fields) {
        switch (test) {
            case ModelTest.And(var terms) -> terms.forEach(term -> check(object, term, fields));
            case ModelTest.Or(var terms) -> terms.forEach(term -> check(object, term, fields));
            case ModelTest.Not(var term) -> check(object, term, fields);
            case ModelTest.Compare compare -> fields.of(compare.operand()).ifPresent(field -> {
                values(field, Collections.singletonList(compare.value()));
                if (compare.orders() && (compare.value() == null || !ordered(field))) {
                    codes.add("INVALID_QUERY_FILTER_OPERATOR");
                }
            });
            case ModelTest.In in -> fields.of(in.operand()).ifPresent(field -> values(field, in.values()));
            case ModelTest.Like like -> fields.of(like.operand()).ifPresent(field -> {
                if (field.type() == FieldType.LONG_TEXT) {
                    codes.add("INVALID_FIELD");
                } else if (!field.isText()) {
                    codes.add("INVALID_QUERY_FILTER_OPERATOR");
                }
            });
            case ModelTest.Days days -> fields.of(days.path())
                    .filter(field -> field.type() != FieldType.DATE && field.type() != FieldType.DATETIME)
                    .ifPresent(field -> codes.add("INVALID_FIELD"));
            case ModelTest.Includes includes -> fields.of(includes.path())
                    .filter(field -> field.type() != FieldType.MULTI_PICKLIST)
                    .ifPresent(field -> codes.add("INVALID_QUERY_FILTER_OPERATOR"));
            case ModelTest.InQuery inside -> inside(fields.of(inside.path()), inside);
        }
    }

    private void inside(Optional<ModelField> operand, ModelTest.InQuery query) {
        queries++;
        Optional<ModelObject> object = rights.object(organisation, query.object());
        if (object.isEmpty()) {
            codes.add("INVALID_TYPE");
            return;
        }
        Faults inner = new Faults(organisation, rights);
        Optional<ModelField> found = inner.field(object.get(), query.found());
        query.where().ifPresent(test -> inner.check(object.get(), test, path -> inner.field(object.get(), (ModelPath) path)));
        codes.addAll(inner.codes);
        if (inner.joins.size() > MOST_JOINS) {
            codes.add("QUERY_TOO_COMPLICATED");
        }
        if (operand.isPresent() && found.isPresent() && !(operand.get().isId() && found.get().isId())) {
            codes.add("INVALID_QUERY_FILTER_OPERATOR");
        }
    }

    private void values(ModelField field, List<? extends @Nullable Object> values) {
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

    /** An object that a path has come to, and the way to it. */
    private record Place(ModelObject object, String key) {}
}
