package org.gatehouse.record;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.metadata.formula.RecordState;
import org.gatehouse.metadata.validation.ObjectRules;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.platform.problem.Problem.WriteError;
import org.jspecify.annotations.Nullable;

/** The check of a write against the validation rules of its object, which look at fields whether the person may read them or not. */
final class Validation {
    private final ObjectDefinition object;
    private final EffectiveAccess access;
    private final ObjectRules rules;
    private final Instant now;

    Validation(ObjectDefinition object, EffectiveAccess access, ObjectRules rules, Instant now) {
        this.object = object;
        this.access = access;
        this.rules = rules;
        this.now = now;
    }

    /** The fields whose values before a change are needed. */
    Set<FieldDefinition> fields() {
        return rules.fields();
    }

    /**
     * Refuses a write that breaks a rule.
     *
     * @param values the values that are written
     * @param before the values that were there, null for a new record
     */
    void check(Map<FieldDefinition, @Nullable Object> values, @Nullable Map<FieldDefinition, @Nullable Object> before) {
        Map<FieldDefinition, @Nullable Object> after = new HashMap<>(before == null ? Map.of() : before);
        after.putAll(values);
        rules.broken(new RecordState(after, before), now).ifPresent(broken -> {
            // A field that the person may not see is not named.
            String[] fields = Optional.ofNullable(broken.field())
                    .filter(field -> access.canRead(object, field))
                    .map(FieldDefinition::apiName)
                    .stream()
                    .toArray(String[]::new);
            throw Refusals.of(WriteError.FIELD_CUSTOM_VALIDATION_EXCEPTION, broken.message(), fields);
        });
    }
}
