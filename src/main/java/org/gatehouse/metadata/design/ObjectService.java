package org.gatehouse.metadata.design;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Reads and changes objects and fields, each call in one transaction. Who may do so is for the caller to have decided. */
@Stateless
public class ObjectService {
    @Inject
    ObjectStore store;

    public List<ObjectSettings> all() {
        return store.all();
    }

    public ObjectSettings one(String name) {
        return store.one(name);
    }

    /** Makes a managed object with its table; nobody may read it until permissions are granted. */
    public ObjectSettings create(ObjectSettings wanted) {
        return store.create(wanted);
    }

    public ObjectSettings change(String name, ObjectSettings wanted) {
        return store.change(name, wanted);
    }

    public void delete(String name, int version) {
        store.delete(name, version);
    }

    public ObjectSettings addField(String object, FieldSettings wanted) {
        return store.addField(object, wanted);
    }

    /** Changes the field of that name, which is also the name in the settings: a field keeps it. */
    public ObjectSettings changeField(String object, String field, FieldSettings wanted) {
        if (!field.equalsIgnoreCase(wanted.name())) {
            throw Violations.one("/name", "a field keeps its API name");
        }
        return store.changeField(object, wanted);
    }

    public ObjectSettings deleteField(String object, String field, int version) {
        return store.deleteField(object, field, version);
    }

    public List<Retired> retired() {
        return store.allRetired();
    }

    /** Drops a retired table or column with its data, for good. */
    public void purge(String id) {
        store.purge(id);
    }
}
