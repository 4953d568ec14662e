package org.gatehouse.metadata.validation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.formula.Formula;
import org.gatehouse.metadata.formula.FormulaEvaluator;
import org.gatehouse.metadata.formula.RecordState;
import org.gatehouse.metadata.formula.StoredFields;
import org.jspecify.annotations.Nullable;

/** The active rules of one object, compiled. */
public final class ObjectRules {
    static final ObjectRules NONE = new ObjectRules(List.of());

    private final List<Rule> rules;
    private final Set<FieldDefinition> fields;

    ObjectRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        this.fields = StoredFields.of(rules.stream().flatMap(rule -> rule.condition().stream()).toList());
    }

    /** The stored fields that the rules look at. */
    public Set<FieldDefinition> fields() {
        return fields;
    }

    /** The first rule that the change breaks, in the order of their names. A rule that cannot be read any more is broken by everything. */
    public Optional<Broken> broken(RecordState record, Instant now) {
        FormulaEvaluator evaluator = new FormulaEvaluator(now);
        return rules.stream()
                .filter(rule -> rule.condition().isEmpty() || evaluator.holds(rule.condition().get(), record))
                .findFirst()
                .map(Rule::broken);
    }

    /**
     * A rule.
     *
     * @param condition empty if it cannot be read
     */
    record Rule(Optional<Formula> condition, Broken broken) {}

    /**
     * What a rule says.
     *
     * @param field the field that it is about, if it is about one
     */
    public record Broken(String message, @Nullable FieldDefinition field) {}
}
