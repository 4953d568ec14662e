package org.gatehouse.audit;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/**
 * Runs administration so that each piece leaves one event. There is no transaction here: the work commits or rolls back inside, and the event
 * tells which.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditedCalls {
    /** Runs it. */
    @Audited
    public <T> T run(AuditedCall<T> call) throws Exception {
        return call.work().call();
    }
}
