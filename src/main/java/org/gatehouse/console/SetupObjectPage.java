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
import org.gatehouse.metadata.OrgWideDefault;
import org.gatehouse.metadata.WriteMode;
import org.gatehouse.metadata.design.FieldSettings;
import org.gatehouse.metadata.design.ObjectService;
import org.gatehouse.metadata.design.ObjectSettings;
import org.gatehouse.metadata.mapping.MappingService;
import org.gatehouse.metadata.mapping.Proposal;
import org.gatehouse.metadata.validation.ValidationRule;
import org.gatehouse.metadata.validation.ValidationRuleService;
import org.gatehouse.permission.SystemPermission;
import org.jspecify.annotations.Nullable;

/** One object: made anew, made of a table that is there, or changed; with its fields and validation rules. */
@Named
@ViewScoped
public class SetupObjectPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final SystemPermission NEEDED = SystemPermission.CUSTOMIZE_APPLICATION;

    @Inject
    transient SetupDoor setup;

    @EJB
    transient ObjectService objects;

    @EJB
    transient MappingService mapping;

    @EJB
    transient ValidationRuleService rules;

    private final FormValues form = new FormValues();
    private String name = "";
    private String table = "";
    private boolean managed = true;
    private @Nullable Integer version;
    private transient @Nullable ObjectSettings object;
    private transient List<Proposal.LeftOut> leftOut = List.of();
    private transient List<ValidationRule> validation = List.of();

    /** Before the page is shown. */
    public void show() {
        setup.show(NEEDED, () -> {
            boolean first = !FacesContext.getCurrentInstance().isPostback();
            if (first) {
                name = SetupDoor.parameter("name");
                table = SetupDoor.parameter("table");
            }
            if (!name.isEmpty()) {
                object = objects.one(name);
                validation = rules.all(name);
            } else if (!table.isEmpty()) {
                Proposal proposal = mapping.propose(table);
                object = proposal.object();
                leftOut = proposal.leftOut();
            }
            if (first) {
                read(object);
            }
            return this;
        });
    }

    private void read(@Nullable ObjectSettings read) {
        form.put("orgWideDefault", OrgWideDefault.PRIVATE.apiName());
        form.put("searchable", true);
        form.put("hierarchyAccess", true);
        if (read == null) {
            return;
        }
        version = read.version();
        managed = read.managed();
        form.put("name", read.name());
        form.put("label", read.label());
        form.put("labelPlural", read.labelPlural());
        form.put("orgWideDefault", read.orgWideDefault());
        form.put("hierarchyAccess", Boolean.TRUE.equals(read.hierarchyAccess()));
        form.put("parentField", read.parentField());
        form.put("ownerField", read.ownerField());
        form.put("keyColumn", read.keyColumn());
        form.put("nameField", read.nameField());
        form.put("writeMode", read.writeMode());
        form.put("searchable", Boolean.TRUE.equals(read.searchable()));
        form.put("description", read.description());
        form.put("guidance", read.guidance());
    }

    /** Makes the object, or changes it at the version that the page was made of. */
    public void save() {
        String wanted = isNew() ? form.text("name") : name;
        String page = "/setup/object?name=" + SetupDoor.encoded(wanted);
        if (!isNew()) {
            setup.act(NEEDED, "object.update", name, page, () -> objects.change(name, settings(objects.one(name))));
        } else if (table.isEmpty()) {
            setup.act(NEEDED, "object.create", wanted, page, () -> objects.create(settings(null)));
        } else {
            setup.act(NEEDED, "object.create", wanted, page, () -> mapping.create(settings(mapping.propose(table).object())));
        }
    }

    /** Deletes an object that nothing else names. */
    public void delete() {
        setup.act(NEEDED, "object.delete", name, "/setup/objects", () -> {
            objects.delete(name, version == null ? 0 : version);
            return name;
        });
    }

    /** What the form says; the rest as it is. */
    private ObjectSettings settings(@Nullable ObjectSettings read) {
        return new ObjectSettings(
                isNew() ? form.text("name") : name, form.text("label"), form.optional("labelPlural"), read == null ? null : read.keyPrefix(), managed,
                table.isEmpty() ? null : table, form.optional("keyColumn"), form.optional("nameField"), form.optional("autoNumberFormat"),
                null, form.optional("ownerField"), form.optional("orgWideDefault"), form.flag("hierarchyAccess"),
                form.optional("parentField"), form.optional("writeMode"), form.flag("searchable"), form.optional("description"), form.optional("guidance"),
                isNew() && read != null ? read.fields() : null, null, version);
    }

    public boolean isNew() {
        return name.isEmpty();
    }

    /** Whether the records are, or will be, in a table that Gatehouse did not make. */
    public boolean isMapped() {
        return !managed;
    }

    public String getTable() {
        return table;
    }

    public Map<String, Object> getForm() {
        return form.all();
    }

    /** The object as it is now; null for a new one. */
    public @Nullable ObjectSettings getObject() {
        return object;
    }

    public List<FieldSettings> getFields() {
        ObjectSettings read = object;
        List<FieldSettings> fields = read == null ? null : read.fields();
        return fields == null ? List.of() : fields;
    }

    public List<Proposal.LeftOut> getLeftOut() {
        return leftOut;
    }

    public List<ValidationRule> getValidation() {
        return validation;
    }

    public List<String> getDefaults() {
        return Arrays.stream(OrgWideDefault.values()).map(OrgWideDefault::apiName).toList();
    }

    public List<String> getWriteModes() {
        return Arrays.stream(WriteMode.values()).map(WriteMode::apiName).toList();
    }
}
