package org.gatehouse.metadata.validation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.SetupTrail;

/** Reads and changes validation rules, each call in one transaction. Who may do so is for the caller to have decided. */
@Stateless
public class ValidationRuleService {
    @Inject
    ValidationRuleStore store;

    @Inject
    SetupTrail trail;

    public List<ValidationRule> all(String object) {
        return store.all(object);
    }

    public ValidationRule create(String object, ValidationRule wanted) {
        return trail.creation(EventType.SETUP_AUDIT_TRAIL, "validation-rule.create", () -> store.create(object, wanted), rule -> object + "." + rule.name());
    }

    public ValidationRule change(String object, String name, ValidationRule wanted) {
        return change("validation-rule.change", object, name, () -> store.change(object, name, wanted));
    }

    public void delete(String object, String name, int version) {
        change("validation-rule.delete", object, name, () -> {
            store.delete(object, name, version);
            return name;
        });
    }

    private <T> T change(String action, String object, String name, Supplier<T> change) {
        return trail.change(
                EventType.SETUP_AUDIT_TRAIL, action, object + "." + name,
                () -> store.all(object).stream().filter(rule -> rule.name().equalsIgnoreCase(name)).findFirst(), change);
    }
}
