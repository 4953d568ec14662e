package org.gatehouse.metadata.mapping;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.SetupTrail;
import org.gatehouse.metadata.design.ObjectSettings;

/** Lists tables that Gatehouse did not make, proposes objects for them and maps them, each call in one transaction. */
@Stateless
public class MappingService {
    @Inject
    MappingStore store;

    @Inject
    SetupTrail trail;

    public List<TableName> tables() {
        return store.tables();
    }

    public Proposal propose(String table) {
        return store.propose(table);
    }

    /** Makes an object for a table or view that is there; nobody may read it until permissions are granted. */
    public ObjectSettings create(ObjectSettings wanted) {
        return trail.creation(EventType.SETUP_AUDIT_TRAIL, "object.create", () -> store.create(wanted), ObjectSettings::name);
    }

    /** Compares every mapped object with its table, and logs what has changed. */
    public List<MappingStore.Checked> check() {
        List<MappingStore.Checked> changed = store.check();
        for (MappingStore.Checked checked : changed) {
            if (checked.reason() == null) {
                MappingLog.LOG.available(checked.object());
            } else {
                MappingLog.LOG.unavailable(checked.object(), checked.reason());
            }
        }
        return changed;
    }
}
