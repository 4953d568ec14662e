package org.gatehouse.query.sql;

import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.permission.CriterionOperator;
import org.gatehouse.permission.Predicate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.RowN;
import org.jooq.impl.DSL;

/**
 * Those of several ways that only compare texts for equality, two or more over the same fields: rules such as "an industry in a country". Together
 * they are one look-up of the row's texts in a list, however many rules there are; each for itself would fold the texts of every row anew.
 */
final class Equalities {
    static final Equalities NONE = new Equalities(Map.of());

    /** The ways over the same fields, each as its texts in the order of the fields. */
    private final Map<List<FieldDefinition>, Map<Predicate, List<String>>> byFields;

    private Equalities(Map<List<FieldDefinition>, Map<Predicate, List<String>>> byFields) {
        this.byFields = byFields;
    }

    static Equalities among(List<Predicate> choice) {
        Map<List<FieldDefinition>, Map<Predicate, List<String>>> byFields = new LinkedHashMap<>();
        for (Predicate predicate : choice) {
            List<Predicate.Compares> parts = parts(predicate);
            List<FieldDefinition> fields = parts.stream().map(Predicate.Compares::field).toList();
            if (!parts.isEmpty() && new HashSet<>(fields).size() == fields.size()) {
                byFields.computeIfAbsent(fields, absent -> new LinkedHashMap<>())
                        .put(predicate, parts.stream().map(part -> String.valueOf(part.value())).toList());
            }
        }
        byFields.values().removeIf(ways -> ways.size() < 2);
        return new Equalities(byFields);
    }

    boolean contains(Predicate predicate) {
        return byFields.values().stream().anyMatch(ways -> ways.containsKey(predicate));
    }

    /** One condition for the ways over the same fields. */
    List<Condition> conditions(String alias) {
        List<Condition> conditions = new ArrayList<>();
        byFields.forEach((fields, ways) -> {
            RowN texts = row(fields.stream().<Field<?>>map(field -> TextRules.folded(field.type(), Columns.column(alias, field))).toList());
            RowN[] wanted = ways.values().stream().map(Equalities::folded).toArray(RowN[]::new);
            conditions.add(texts.in(select(asterisk()).from(DSL.values(wanted).as("wanted"))));
        });
        return conditions;
    }

    private static RowN folded(List<String> texts) {
        return row(texts.stream().<Field<?>>map(text -> lower(val(text))).toList());
    }

    /** The comparisons that a predicate is made of, if all of them are of that kind. */
    private static List<Predicate.Compares> parts(Predicate predicate) {
        List<Predicate> all = predicate instanceof Predicate.AllOf(var predicates) ? predicates : List.of(predicate);
        List<Predicate.Compares> parts = new ArrayList<>();
        for (Predicate one : all) {
            if (!(one instanceof Predicate.Compares compares) || compares.operator() != CriterionOperator.EQUALS || !compares.field().type().isText()
                    || compares.value() == null) {
                return List.of();
            }
            parts.add(compares);
        }
        return parts;
    }
}
