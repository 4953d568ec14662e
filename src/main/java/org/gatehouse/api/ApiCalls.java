package org.gatehouse.api;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.gatehouse.audit.Audited;

/**
 * Runs administration so that each piece leaves one event. There is no transaction here: the work commits or rolls back inside, and the event
 * tells which.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ApiCalls {
    /** Runs it. */
    @Audited
    public <T> T run(ApiCall<T> call) throws Exception {
        return call.work().call();
    }
}
