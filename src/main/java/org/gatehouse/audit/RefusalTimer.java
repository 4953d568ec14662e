package org.gatehouse.audit;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Writes the events of refusals that were counted, each minute, and the rest when the deployment ends. */
@Startup
@Singleton(name = "RefusalTimer")
@DependsOn("DatabaseStartup")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RefusalTimer {
    @Inject
    RefusalCounts counts;

    @EJB
    AuditLog log;

    @Inject
    Event<AuditEvent> written;

    /** Some seconds after the minute, when nobody counts in it any more. */
    @Schedule(hour = "*", minute = "*", second = "5", persistent = false)
    void flush() {
        try {
            counts.flush(this::write);
        } catch (RuntimeException e) {
            AuditLogMessages.LOG.refusalsNotWritten(e);
        }
    }

    @PreDestroy
    void flushAll() {
        try {
            counts.flushAll(this::write);
        } catch (RuntimeException e) {
            AuditLogMessages.LOG.refusalsNotWritten(e);
        }
    }

    private void write(AuditEvent event) {
        log.write(event);
        written.fire(event);
    }
}
