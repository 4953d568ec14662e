package org.gatehouse.audit;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.gatehouse.platform.database.Database;

/** The event log in the database. It only grows: nothing here changes or removes an event. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AuditLog {
    @Inject
    Database database;

    /** Adds an event, in a transaction of its own; when this returns, the event is durable. */
    public void write(AuditEvent event) {
        EventRows.insert(database.sql(), event);
    }
}
