package org.gatehouse.metadata.design;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.SetupTrail;
import org.gatehouse.platform.problem.Violations;

/** Reads and changes objects and fields, each call in one transaction. Who may do so is for the caller to have decided. */
@Stateless
public class ObjectService {
    @Inject
    ObjectStore store;

    @Inject
    SetupTrail trail;

    public List<ObjectSettings> all() {
        return store.all();
    }

    public ObjectSettings one(String name) {
        return store.one(name);
    }

    /** Makes a managed object with its table; nobody may read it until permissions are granted. */
    public ObjectSettings create(ObjectSettings wanted) {
        return trail.creation(EventType.SETUP_AUDIT_TRAIL, "object.create", () -> store.create(wanted), ObjectSettings::name);
    }

    public ObjectSettings change(String name, ObjectSettings wanted) {
        return change("object.change", name, () -> store.change(name, wanted));
    }

    public void delete(String name, int version) {
        change("object.delete", name, () -> {
            store.delete(name, version);
            return name;
        });
    }

    public ObjectSettings addField(String object, FieldSettings wanted) {
        return change("field.create", object, () -> store.addField(object, wanted));
    }

    /** Changes the field of that name, which is also the name in the settings: a field keeps it. */
    public ObjectSettings changeField(String object, String field, FieldSettings wanted) {
        if (!field.equalsIgnoreCase(wanted.name())) {
            throw Violations.one("/name", "a field keeps its API name");
        }
        return change("field.change", object, () -> store.changeField(object, wanted));
    }

    public ObjectSettings deleteField(String object, String field, int version) {
        return change("field.delete", object, () -> store.deleteField(object, field, version));
    }

    public List<Retired> retired() {
        return store.allRetired();
    }

    /** Drops a retired table or column with its data, for good. */
    public void purge(String id) {
        trail.change(
                EventType.SETUP_AUDIT_TRAIL, "retired.purge", id, () -> store.allRetired().stream().filter(it -> it.id().equals(id)).findFirst(),
                () -> store.purge(id));
    }

    private <T> T change(String action, String object, Supplier<T> change) {
        return trail.change(EventType.SETUP_AUDIT_TRAIL, action, object, () -> store.one(object), change);
    }
}
