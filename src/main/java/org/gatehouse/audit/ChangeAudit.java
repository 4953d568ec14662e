package org.gatehouse.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The event of a change, as a part of the change's transaction: neither is ever there without the other. */
@Singleton
public class ChangeAudit {
    private final EventRows rows;

    @Inject
    public ChangeAudit(EventRows rows) {
        this.rows = rows;
    }

    /** Writes the event of a call that is about to succeed; the last step of its transaction. */
    public void write(AuditDraft draft) {
        AuditEvent event = draft.returned();
        rows.insert(event);
        draft.joined(event);
    }
}
