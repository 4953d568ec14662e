package org.gatehouse.oauth.registration;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import org.gatehouse.oauth.client.UsedAssertions;

/** Removes, once an hour and on one node, what nobody needs any more: unused clients and the ids of old assertions. */
@Singleton(name = "RegistrationCleaning")
@TransactionManagement(TransactionManagementType.BEAN)
public class RegistrationCleaning {
    /** A little less than the hour, so that the next one is not missed. */
    private static final Duration TURN = Duration.ofMinutes(55);

    @Inject
    UnusedClients unused;

    @Inject
    UsedAssertions assertions;

    @Inject
    InstantSource clock;

    @EJB
    RegistrationService service;

    @Schedule(hour = "*", minute = "17", persistent = false)
    void clean() {
        if (unused.takeTurn(TURN)) {
            assertions.removeExpired(clock.instant());
            int removed = (int) unused.find().stream().filter(this::remove).count();
            if (removed > 0) {
                RegistrationLog.LOG.removedUnused(removed);
            }
        }
    }

    /** Each in its own transaction. One that came into use meanwhile stays, and does not stop the others. */
    private boolean remove(String clientId) {
        try {
            return service.removeUnused(clientId);
        } catch (EJBException e) {
            return false;
        }
    }
}
