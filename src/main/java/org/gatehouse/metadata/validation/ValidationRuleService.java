package org.gatehouse.metadata.validation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Reads and changes validation rules, each call in one transaction. Who may do so is for the caller to have decided. */
@Stateless
public class ValidationRuleService {
    @Inject
    ValidationRuleStore store;

    public List<ValidationRule> all(String object) {
        return store.all(object);
    }

    public ValidationRule create(String object, ValidationRule wanted) {
        return store.create(object, wanted);
    }

    public ValidationRule change(String object, String name, ValidationRule wanted) {
        return store.change(object, name, wanted);
    }

    public void delete(String object, String name, int version) {
        store.delete(object, name, version);
    }
}
