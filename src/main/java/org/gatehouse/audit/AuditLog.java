package org.gatehouse.audit;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** The event log in the database. It only grows: nothing here changes or removes an event. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AuditLog {
    @Inject
    EventRows rows;

    /** Adds an event, in a transaction of its own; when this returns, the event is durable. */
    public void write(AuditEvent event) {
        rows.insert(event);
    }
}
