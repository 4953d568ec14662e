package org.gatehouse.metadata.validation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.ObjectCatalogs;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.metadata.formula.Formula;
import org.gatehouse.metadata.formula.FormulaTyping;
import org.gatehouse.metadata.validation.ObjectRules.Broken;
import org.gatehouse.metadata.validation.ObjectRules.Rule;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The validation rules of the present configuration, read and compiled when its version changes. */
@Singleton
public class ValidationRules {
    private final Database database;
    private final ObjectCatalogs catalogs;
    private volatile @Nullable Versioned present;

    @Inject
    public ValidationRules(Database database, ObjectCatalogs catalogs) {
        this.database = database;
        this.catalogs = catalogs;
    }

    /** The active rules of an object at a version of the access configuration. */
    public ObjectRules of(ObjectDefinition object, long accessVersion) {
        Versioned known = present;
        if (known == null || known.version != accessVersion) {
            known = new Versioned(accessVersion, load(accessVersion));
            present = known;
        }
        return known.rules.getOrDefault(object.apiName(), ObjectRules.NONE);
    }

    private Map<String, ObjectRules> load(long accessVersion) {
        Map<String, ObjectRules> rules = new LinkedHashMap<>();
        new ValidationRuleTable(database.sql()).active().forEach((name, texts) -> catalogs.at(accessVersion)
                .find(name)
                .ifPresent(object -> rules.put(name, new ObjectRules(texts.stream().map(rule -> compiled(object, rule)).toList()))));
        return rules;
    }

    private static Rule compiled(ObjectDefinition object, ValidationRule rule) {
        Optional<Formula> condition = condition(object, rule);
        String message = condition.isPresent()
                ? rule.message()
                : "The validation rule " + rule.name() + " cannot be read any more. An administrator must change it.";
        FieldDefinition field = rule.errorField() == null ? null : object.field(rule.errorField()).orElse(null);
        return new Rule(condition, new Broken(message, field));
    }

    private static Optional<Formula> condition(ObjectDefinition object, ValidationRule rule) {
        try {
            return Optional.of(FormulaTyping.condition(object, rule.condition()));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private record Versioned(long version, Map<String, ObjectRules> rules) {}
}
