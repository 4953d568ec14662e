package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Map;
import org.gatehouse.metadata.validation.ValidationRule;
import org.gatehouse.metadata.validation.ValidationRuleService;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** One validation rule of an object. */
@Named
@ViewScoped
public class SetupValidationRulePage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final SystemPermission NEEDED = SystemPermission.CUSTOMIZE_APPLICATION;

    @Inject
    transient SetupDoor setup;

    @EJB
    transient ValidationRuleService rules;

    private final FormValues form = new FormValues();
    private String object = "";
    private String name = "";
    private @Nullable Integer version;

    /** Before the page is shown. */
    public void show() {
        setup.show(NEEDED, () -> {
            if (!FacesContext.getCurrentInstance().isPostback()) {
                object = SetupDoor.parameter("object");
                name = SetupDoor.parameter("name");
                read();
            }
            return this;
        });
    }

    private void read() {
        var all = rules.all(object);
        form.put("active", true);
        if (name.isEmpty()) {
            return;
        }
        ValidationRule rule = all.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(new Problem.NotFound(Problem.Thing.RULE, name, "There is no rule of this name.")));
        version = rule.version();
        form.put("name", rule.name());
        form.put("condition", rule.condition());
        form.put("message", rule.message());
        form.put("errorField", rule.errorField());
        form.put("active", !Boolean.FALSE.equals(rule.active()));
    }

    /** Makes the rule, or changes it at the version that the page was made of. */
    public void save() {
        String wanted = isNew() ? form.text("name") : name;
        if (isNew()) {
            setup.act(NEEDED, "validation-rule.create", object + "." + wanted, page(), () -> rules.create(object, rule(wanted)));
        } else {
            setup.act(NEEDED, "validation-rule.update", object + "." + name, page(), () -> rules.change(object, name, rule(wanted)));
        }
    }

    /** Deletes the rule. */
    public void delete() {
        setup.act(NEEDED, "validation-rule.delete", object + "." + name, page(), () -> {
            rules.delete(object, name, version == null ? 0 : version);
            return name;
        });
    }

    private ValidationRule rule(String wanted) {
        return new ValidationRule(wanted, form.text("condition"), form.text("message"), form.optional("errorField"), form.flag("active"), version);
    }

    private String page() {
        return "/setup/object?name=" + SetupDoor.encoded(object);
    }

    public boolean isNew() {
        return name.isEmpty();
    }

    public String getObject() {
        return object;
    }

    public Map<String, Object> getForm() {
        return form.all();
    }
}
