package org.gatehouse.metadata.validation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.gatehouse.metadata.ObjectCatalogs;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.metadata.design.ApiNames;
import org.gatehouse.metadata.formula.FormulaTyping;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.platform.problem.Violations;

/** Makes and changes validation rules as part of the caller's transaction. */
@Singleton
public class ValidationRuleStore {
    /** Most characters of a message. */
    static final int MESSAGE = 255;

    /** Most rules of one object: each is asked at every write. */
    static final int MOST = 100;

    private final Database database;
    private final ConfigurationVersions versions;
    private final ObjectCatalogs catalogs;

    @Inject
    public ValidationRuleStore(Database database, ConfigurationVersions versions, ObjectCatalogs catalogs) {
        this.database = database;
        this.versions = versions;
        this.catalogs = catalogs;
    }

    /** All rules of an object, in the order of their names. */
    public List<ValidationRule> all(String object) {
        return table().of(object(object).apiName());
    }

    /** Makes a rule. It holds for every write that begins after this one is committed; records that are there are not looked at. */
    public ValidationRule create(String objectName, ValidationRule wanted) {
        versions.changed(Topic.METADATA);
        ObjectDefinition object = object(objectName);
        List<ValidationRule> rules = table().of(object.apiName());
        Violations violations = check(object, wanted);
        ApiNames.check(wanted.name(), "/name", violations);
        violations.require(
                rules.stream().noneMatch(rule -> rule.name().equalsIgnoreCase(wanted.name())), "/name", "the object has a rule of that name already");
        violations.require(rules.size() < MOST, "/name", "an object has at most " + MOST + " rules");
        violations.refuse();
        table().insert(object.apiName(), wanted);
        return rule(object, wanted.name());
    }

    /** Changes a rule at the version it was read at. */
    public ValidationRule change(String objectName, String name, ValidationRule wanted) {
        versions.changed(Topic.METADATA);
        ObjectDefinition object = object(objectName);
        ValidationRule known = rule(object, name);
        Violations violations = check(object, wanted);
        violations.require(name.equals(wanted.name()), "/name", "a rule keeps its name");
        violations.require(wanted.version() != null, "/version", "name the version that was read");
        violations.refuse();
        if (wanted.version() == null || !table().update(object.apiName(), wanted, wanted.version())) {
            throw changed(known);
        }
        return rule(object, name);
    }

    /** Deletes a rule at the version it was read at. */
    public void delete(String objectName, String name, int version) {
        versions.changed(Topic.METADATA);
        ObjectDefinition object = object(objectName);
        ValidationRule known = rule(object, name);
        if (!table().delete(object.apiName(), name, version)) {
            throw changed(known);
        }
    }

    private static Violations check(ObjectDefinition object, ValidationRule wanted) {
        Violations violations = new Violations();
        if (wanted.condition() == null || wanted.condition().isBlank()) {
            violations.add("/condition", "say when a record is wrong");
        } else {
            try {
                FormulaTyping.condition(object, wanted.condition());
            } catch (ProblemException e) {
                violations.add("/condition", e.problem().message());
            }
        }
        violations.require(
                wanted.message() != null && !wanted.message().isBlank() && wanted.message().length() <= MESSAGE,
                "/message", "say in 1 to " + MESSAGE + " characters what to do");
        violations.require(
                wanted.errorField() == null || object.field(wanted.errorField()).isPresent(), "/errorField", "the object has no such field");
        return violations;
    }

    private ObjectDefinition object(String name) {
        return catalogs.uncommitted().find(name).orElseThrow(
                () -> new ProblemException(new Problem.NotFound(Problem.Thing.OBJECT, name, "There is no object '" + name + "'.")));
    }

    private ValidationRule rule(ObjectDefinition object, String name) {
        return table().find(object.apiName(), name).orElseThrow(() -> new ProblemException(
                new Problem.NotFound(Problem.Thing.OBJECT, name, object.apiName() + " has no validation rule '" + name + "'.")));
    }

    private static ProblemException changed(ValidationRule known) {
        return new ProblemException(new Problem.Conflict(
                "The rule " + known.name() + " is at version " + known.version() + " now. Read it again, then decide."));
    }

    private ValidationRuleTable table() {
        return new ValidationRuleTable(database.sql());
    }
}
