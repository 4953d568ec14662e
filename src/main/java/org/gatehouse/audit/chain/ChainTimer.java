package org.gatehouse.audit.chain;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
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
import org.gatehouse.audit.OperatorActs;
import org.gatehouse.audit.UnwrittenEvents;
import org.gatehouse.platform.management.MBeanRegistrations;
import org.jspecify.annotations.Nullable;

/** Extends the chain every second, and tells operators: by JMX, and of its end now and then in the server's log, which can be kept elsewhere. */
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

    @EJB
    StoredChain stored;

    @Inject
    OperatorActs operator;

    @Inject
    UnwrittenEvents unwritten;

    private final MBeanRegistrations beans = new MBeanRegistrations();
    private @Nullable EventLogMonitor monitor;
    private Instant told = Instant.EPOCH;
    private boolean failing;

    @PostConstruct
    void register() {
        EventLogMonitor made = new EventLogMonitor(chain, stored, seal, operator, unwritten);
        beans.register(made, "type=EventLog");
        monitor = made;
    }

    @PreDestroy
    void unregister() {
        beans.unregister();
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void extend() {
        try {
            chain.extend().ifPresent(this::tell);
            failing = false;
            note(true, "");
        } catch (IOException | RuntimeException e) {
            // Once for each time that it begins to fail: a database that is away would fill the log otherwise.
            if (!failing) {
                AuditChainLog.LOG.notLinked(e);
            }
            failing = true;
            note(false, e.toString());
        }
    }

    private void note(boolean succeeded, String message) {
        EventLogMonitor present = monitor;
        if (present != null) {
            present.extended(succeeded, message);
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
