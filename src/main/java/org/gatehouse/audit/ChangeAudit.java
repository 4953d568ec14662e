package org.gatehouse.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.gatehouse.platform.database.Database;

/** The event of a change, as a part of the change's transaction: neither is ever there without the other. */
@Singleton
public class ChangeAudit {
    private final Database database;

    @Inject
    public ChangeAudit(Database database) {
        this.database = database;
    }

    /** Writes the event of a call that is about to succeed; the last step of its transaction. */
    public void write(AuditDraft draft) {
        AuditEvent event = draft.returned();
        EventRows.insert(database.sql(), event);
        draft.joined(event);
    }
}
