package org.gatehouse.metadata.mapping;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.gatehouse.metadata.design.ObjectSettings;

/** Lists tables that Gatehouse did not make, proposes objects for them and maps them, each call in one transaction. */
@Stateless
public class MappingService {
    @Inject
    MappingStore store;

    public List<TableName> tables() {
        return store.tables();
    }

    public Proposal propose(String table) {
        return store.propose(table);
    }

    public ObjectSettings save(ObjectSettings wanted) {
        return store.save(wanted);
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
