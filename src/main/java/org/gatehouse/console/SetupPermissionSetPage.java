package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.metadata.design.FieldSettings;
import org.gatehouse.metadata.design.ObjectService;
import org.gatehouse.metadata.design.ObjectSettings;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.permission.grants.GrantService;
import org.gatehouse.permission.grants.GrantSettings.FieldGrant;
import org.gatehouse.permission.grants.GrantSettings.ObjectGrant;
import org.gatehouse.permission.grants.GrantSettings.PermissionSet;
import org.jspecify.annotations.Nullable;

/** One permission set: system permissions, and for each object what may be done and which fields may be read and edited. */
@Named
@ViewScoped
public class SetupPermissionSetPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final SystemPermission NEEDED = SystemPermission.MANAGE_USERS;

    @Inject
    transient SetupDoor setup;

    @EJB
    transient GrantService grants;

    @EJB
    transient ObjectService objects;

    private String name = "";
    private String label = "";
    private @Nullable String profile;
    private boolean sessionBased;
    private boolean muting;
    private @Nullable Integer version;
    private List<String> system = new ArrayList<>();
    private List<ObjectRow> rows = new ArrayList<>();

    /** Before the page is shown. */
    public void show() {
        setup.show(NEEDED, () -> {
            if (!FacesContext.getCurrentInstance().isPostback()) {
                read(SetupDoor.parameter("name"));
            }
            return this;
        });
    }

    private void read(String wanted) {
        Map<String, ObjectGrant> granted = Map.of();
        if (!wanted.isEmpty()) {
            PermissionSet set = grants.set(wanted);
            name = set.name();
            label = set.label();
            profile = set.profile();
            sessionBased = set.sessionBased();
            muting = set.muting();
            version = set.version();
            system = set.systemPermissions() == null ? new ArrayList<>() : new ArrayList<>(set.systemPermissions());
            granted = set.objects() == null ? Map.of() : set.objects();
        }
        rows = new ArrayList<>();
        for (ObjectSettings object : objects.all()) {
            rows.add(ObjectRow.of(object, granted.get(object.name())));
        }
    }

    /** Makes the set, or changes it at the version that the page was made of. */
    public void save() {
        PermissionSet wanted = wanted();
        String page = "/setup/permission-set?name=" + SetupDoor.encoded(name.strip());
        if (isNew()) {
            setup.act(NEEDED, "permission-set.create", wanted.name(), page, () -> grants.create(wanted));
        } else {
            setup.act(NEEDED, "permission-set.change", wanted.name(), page, () -> grants.change(name, wanted));
        }
    }

    /** Deletes a set that nobody and nothing holds. */
    public void delete() {
        int read = version == null ? 0 : version;
        setup.act(NEEDED, "permission-set.delete", name, "/setup/permissions", () -> {
            grants.delete(name, read);
            return name;
        });
    }

    private PermissionSet wanted() {
        Map<String, ObjectGrant> granted = new LinkedHashMap<>();
        rows.stream().filter(ObjectRow::grants).forEach(row -> granted.put(row.name, row.grant()));
        return new PermissionSet(name.strip(), label.strip(), profile, sessionBased, muting, system, granted, version);
    }

    public boolean isNew() {
        return version == null;
    }

    public boolean isOfProfile() {
        return profile != null;
    }

    public List<String> getSystemPermissions() {
        return Arrays.stream(SystemPermission.values()).map(SystemPermission::apiName).toList();
    }

    public List<ObjectRow> getRows() {
        return rows;
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(@Nullable String label) {
        this.label = label == null ? "" : label;
    }

    public boolean isSessionBased() {
        return sessionBased;
    }

    public void setSessionBased(boolean sessionBased) {
        this.sessionBased = sessionBased;
    }

    public boolean isMuting() {
        return muting;
    }

    public void setMuting(boolean muting) {
        this.muting = muting;
    }

    public List<String> getSystem() {
        return system;
    }

    public void setSystem(List<String> system) {
        this.system = new ArrayList<>(system);
    }

    /** What is granted of one object, as check boxes. */
    public static class ObjectRow implements Serializable {
        private static final long serialVersionUID = 1;
        private static final List<String> VERBS = List.of("read", "create", "edit", "delete", "viewAll", "modifyAll", "viewAllFields");

        private final String name;
        private final List<String> fieldNames;
        private List<String> may = new ArrayList<>();
        private List<String> readable = new ArrayList<>();
        private List<String> editable = new ArrayList<>();

        ObjectRow(String name, List<String> fieldNames) {
            this.name = name;
            this.fieldNames = List.copyOf(fieldNames);
        }

        static ObjectRow of(ObjectSettings object, @Nullable ObjectGrant grant) {
            List<FieldSettings> fields = object.fields();
            ObjectRow row = new ObjectRow(object.name(), fields == null ? List.of() : fields.stream().map(FieldSettings::name).toList());
            if (grant != null) {
                boolean[] verbs = {grant.read(), grant.create(), grant.edit(), grant.delete(), grant.viewAll(), grant.modifyAll(), grant.viewAllFields()};
                for (int i = 0; i < verbs.length; i++) {
                    if (verbs[i]) {
                        row.may.add(VERBS.get(i));
                    }
                }
                Map<String, FieldGrant> grants = grant.fields();
                if (grants != null) {
                    grants.forEach((field, may) -> {
                        if (may.read()) {
                            row.readable.add(field);
                        }
                        if (may.edit()) {
                            row.editable.add(field);
                        }
                    });
                }
            }
            return row;
        }

        boolean grants() {
            return !may.isEmpty() || !readable.isEmpty() || !editable.isEmpty();
        }

        ObjectGrant grant() {
            Map<String, FieldGrant> fields = new LinkedHashMap<>();
            readable.forEach(field -> fields.put(field, new FieldGrant(true, editable.contains(field))));
            editable.forEach(field -> fields.putIfAbsent(field, new FieldGrant(false, true)));
            return new ObjectGrant(
                    may.contains("read"), may.contains("create"), may.contains("edit"), may.contains("delete"), may.contains("viewAll"),
                    may.contains("modifyAll"), may.contains("viewAllFields"), fields);
        }

        public String getName() {
            return name;
        }

        public List<String> getVerbs() {
            return VERBS;
        }

        public List<String> getFieldNames() {
            return fieldNames;
        }

        public List<String> getMay() {
            return may;
        }

        public void setMay(List<String> may) {
            this.may = new ArrayList<>(may);
        }

        public List<String> getReadable() {
            return readable;
        }

        public void setReadable(List<String> readable) {
            this.readable = new ArrayList<>(readable);
        }

        public List<String> getEditable() {
            return editable;
        }

        public void setEditable(List<String> editable) {
            this.editable = new ArrayList<>(editable);
        }
    }
}
