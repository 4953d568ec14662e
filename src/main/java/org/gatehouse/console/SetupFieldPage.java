package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.design.FieldSettings;
import org.gatehouse.metadata.design.FieldSettings.Grant;
import org.gatehouse.metadata.design.FieldSettings.Value;
import org.gatehouse.metadata.design.ObjectService;
import org.gatehouse.metadata.design.ObjectSettings;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** One field of an object. */
@Named
@ViewScoped
public class SetupFieldPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final SystemPermission NEEDED = SystemPermission.CUSTOMIZE_APPLICATION;
    private static final String INACTIVE = "-";

    @Inject
    transient SetupDoor setup;

    @EJB
    transient ObjectService objects;

    private final FormValues form = new FormValues();
    private String object = "";
    private String name = "";
    private boolean managed = true;
    private @Nullable Integer version;

    /** Before the page is shown. */
    public void show() {
        setup.show(NEEDED, () -> {
            if (!FacesContext.getCurrentInstance().isPostback()) {
                object = SetupDoor.parameter("object");
                name = SetupDoor.parameter("name");
                read(objects.one(object));
            }
            return this;
        });
    }

    private void read(ObjectSettings of) {
        version = of.version();
        managed = of.managed();
        form.put("type", FieldType.TEXT.apiName());
        if (name.isEmpty()) {
            return;
        }
        List<FieldSettings> fields = of.fields() == null ? List.of() : of.fields();
        FieldSettings field = fields.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(new Problem.NotFound(Problem.Thing.OBJECT, name, "There is no field of this name.")));
        form.put("name", field.name());
        form.put("label", field.label());
        form.put("type", field.type());
        form.put("length", field.length());
        form.put("digits", field.digits());
        form.put("scale", field.scale());
        form.put("required", field.required());
        form.put("readOnly", field.readOnly());
        form.put("unique", field.unique());
        form.put("externalId", field.externalId());
        form.put("restricted", field.restricted());
        form.put("trackHistory", field.trackHistory());
        form.put("referenceTo", field.referenceTo() == null ? "" : String.join(", ", field.referenceTo()));
        form.put("relationshipName", field.relationshipName());
        form.put("childRelationshipName", field.childRelationshipName());
        form.put("helpText", field.helpText());
        form.put("guidance", field.guidance());
        form.put("values", field.values() == null ? "" : String.join("\n", field.values().stream().map(SetupFieldPage::written).toList()));
        form.put("formula", field.formula());
        form.put("defaultValue", field.defaultValue());
        form.put("autoNumberFormat", field.autoNumberFormat());
        form.put("column", field.column());
    }

    /** Adds the field, or changes it at the version that the page was made of. */
    public void save() {
        String wanted = isNew() ? form.text("name") : name;
        String page = "/setup/object?name=" + SetupDoor.encoded(object);
        if (isNew()) {
            setup.act(NEEDED, "field.create", object + "." + wanted, page, () -> objects.addField(object, settings(wanted)));
        } else {
            setup.act(NEEDED, "field.update", object + "." + wanted, page, () -> objects.changeField(object, name, settings(wanted)));
        }
    }

    /** Deletes a field that nothing else names. */
    public void delete() {
        setup.act(
                NEEDED, "field.delete", object + "." + name, "/setup/object?name=" + SetupDoor.encoded(object),
                () -> objects.deleteField(object, name, version == null ? 0 : version));
    }

    private FieldSettings settings(String wanted) {
        List<String> targets = Arrays.stream(form.text("referenceTo").split("[,\\s]+")).filter(it -> !it.isEmpty()).toList();
        List<Value> values = form.lines("values").stream().map(SetupFieldPage::value).toList();
        List<Grant> grants = Stream.concat(
                        form.lines("readers").stream().map(set -> new Grant(set, false)), form.lines("editors").stream().map(set -> new Grant(set, true)))
                .toList();
        return new FieldSettings(
                wanted, form.optional("label"), form.text("type"), form.number("length"), form.number("digits"), form.number("scale"), form.flag("required"),
                form.flag("readOnly"), form.flag("unique"), form.flag("externalId"), form.flag("restricted"), form.flag("trackHistory"),
                targets.isEmpty() ? null : targets, form.optional("relationshipName"), form.optional("childRelationshipName"), form.optional("helpText"),
                form.optional("guidance"), values.isEmpty() ? null : values, form.optional("formula"), form.optional("defaultValue"),
                form.optional("autoNumberFormat"), form.optional("column"), isNew() ? grants : null, version);
    }

    private static String written(Value value) {
        String text = value.label() == null || value.label().equals(value.value()) ? value.value() : value.value() + " = " + value.label();
        return Boolean.FALSE.equals(value.active()) ? INACTIVE + " " + text : text;
    }

    private static Value value(String line) {
        boolean active = !line.startsWith(INACTIVE + " ");
        String[] parts = (active ? line : line.substring(2)).split("\\s=\\s", 2);
        return new Value(parts[0].strip(), parts.length == 2 ? parts[1].strip() : null, active);
    }

    public boolean isNew() {
        return name.isEmpty();
    }

    public boolean isMapped() {
        return !managed;
    }

    public String getObject() {
        return object;
    }

    public Map<String, Object> getForm() {
        return form.all();
    }

    public List<String> getTypes() {
        return Arrays.stream(FieldType.values()).filter(type -> type != FieldType.ID).map(FieldType::apiName).toList();
    }
}
