package org.gatehouse.metadata.validation;

import static org.gatehouse.platform.database.schema.Tables.VALIDATION_RULE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The rows of the rules. */
final class ValidationRuleTable {
    private final DSLContext sql;

    ValidationRuleTable(DSLContext sql) {
        this.sql = sql;
    }

    /** The active rules by object, in the order of their names. */
    Map<String, List<ValidationRule>> active() {
        return sql.selectFrom(VALIDATION_RULE)
                .where(VALIDATION_RULE.ACTIVE.isTrue())
                .orderBy(VALIDATION_RULE.OBJECT_NAME, VALIDATION_RULE.API_NAME)
                .fetchGroups(VALIDATION_RULE.OBJECT_NAME, ValidationRuleTable::rule);
    }

    /** All rules of an object, in the order of their names. */
    List<ValidationRule> of(String object) {
        return sql.selectFrom(VALIDATION_RULE)
                .where(VALIDATION_RULE.OBJECT_NAME.eq(object))
                .orderBy(VALIDATION_RULE.API_NAME)
                .fetch(ValidationRuleTable::rule);
    }

    Optional<ValidationRule> find(String object, String name) {
        return sql.selectFrom(VALIDATION_RULE).where(key(object, name)).fetchOptional(ValidationRuleTable::rule);
    }

    void insert(String object, ValidationRule rule) {
        sql.insertInto(VALIDATION_RULE)
                .set(VALIDATION_RULE.OBJECT_NAME, object)
                .set(VALIDATION_RULE.API_NAME, rule.name())
                .set(VALIDATION_RULE.VERSION, 1)
                .set(values(rule))
                .execute();
    }

    /** Changes the rule if it is still at the version that was read. */
    boolean update(String object, ValidationRule rule, int version) {
        return sql.update(VALIDATION_RULE)
                        .set(values(rule))
                        .set(VALIDATION_RULE.VERSION, version + 1)
                        .where(key(object, rule.name()))
                        .and(VALIDATION_RULE.VERSION.eq(version))
                        .execute()
                == 1;
    }

    boolean delete(String object, String name, int version) {
        return sql.deleteFrom(VALIDATION_RULE).where(key(object, name)).and(VALIDATION_RULE.VERSION.eq(version)).execute() == 1;
    }

    private static Map<?, ?> values(ValidationRule rule) {
        Map<Object, Object> values = new LinkedHashMap<>();
        values.put(VALIDATION_RULE.ERROR_CONDITION, rule.condition());
        values.put(VALIDATION_RULE.MESSAGE, rule.message());
        values.put(VALIDATION_RULE.ERROR_FIELD, rule.errorField());
        values.put(VALIDATION_RULE.ACTIVE, rule.active() == null || rule.active());
        return values;
    }

    private static Condition key(String object, String name) {
        return VALIDATION_RULE.OBJECT_NAME.eq(object).and(VALIDATION_RULE.API_NAME.eq(name));
    }

    private static ValidationRule rule(Record row) {
        return new ValidationRule(
                row.get(VALIDATION_RULE.API_NAME), row.get(VALIDATION_RULE.ERROR_CONDITION), row.get(VALIDATION_RULE.MESSAGE),
                row.get(VALIDATION_RULE.ERROR_FIELD), row.get(VALIDATION_RULE.ACTIVE), row.get(VALIDATION_RULE.VERSION));
    }
}
