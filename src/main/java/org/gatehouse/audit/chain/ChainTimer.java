package org.gatehouse.audit.chain;

import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.gatehouse.audit.EventSeal;

/** Extends the chain every second, and tells the server's log about its end now and then, so that it can be kept where this server cannot write. */
@Startup
@Singleton(name = "ChainTimer")
@DependsOn("SigningKeysStartup")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChainTimer {
    private static final Duration BETWEEN_LINES = Duration.ofHours(1);

    @EJB
    ChainService chain;

    @Inject
    EventSeal seal;

    @Inject
    InstantSource clock;

    private Instant told = Instant.EPOCH;
    private boolean failing;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void extend() {
        try {
            chain.extend().ifPresent(this::tell);
            failing = false;
        } catch (IOException | RuntimeException e) {
            // Once for each time that it begins to fail: a database that is away would fill the log otherwise.
            if (!failing) {
                AuditChainLog.LOG.notLinked(e);
            }
            failing = true;
        }
    }

    private void tell(ChainHead head) {
        Instant now = clock.instant();
        if (told.plus(BETWEEN_LINES).isBefore(now)) {
            AuditChainLog.LOG.head(seal.node(), head.position(), head.hash());
            told = now;
        }
    }
}
