package org.gatehouse.audit.chain;

import java.util.concurrent.atomic.AtomicLong;
import javax.management.MBeanNotificationInfo;
import javax.management.Notification;
import javax.management.NotificationBroadcasterSupport;
import org.gatehouse.audit.EventSeal;
import org.gatehouse.audit.OperatorActs;
import org.gatehouse.audit.UnwrittenEvents;
import org.gatehouse.audit.chain.ChainVerification.Fault;

/** The JMX view of the event log. */
final class EventLogMonitor extends NotificationBroadcasterSupport implements EventLogMXBean {
    static final String BROKEN = "org.gatehouse.chain.broken";
    static final String UNWRITTEN = "org.gatehouse.events.unwritten";

    private final ChainService chain;
    private final StoredChain stored;
    private final EventSeal seal;
    private final OperatorActs operator;
    private final UnwrittenEvents unwritten;
    private final AtomicLong sequence = new AtomicLong();
    private volatile boolean healthy = true;

    EventLogMonitor(ChainService chain, StoredChain stored, EventSeal seal, OperatorActs operator, UnwrittenEvents unwritten) {
        super(
                new MBeanNotificationInfo(new String[] {BROKEN}, Notification.class.getName(), "The chain of events is broken."),
                new MBeanNotificationInfo(new String[] {UNWRITTEN}, Notification.class.getName(), "Events cannot be written, and calls fail because of it."));
        this.chain = chain;
        this.stored = stored;
        this.seal = seal;
        this.operator = operator;
        this.unwritten = unwritten;
        unwritten.alarm(message -> tell(UNWRITTEN, message));
    }

    /** Told after each attempt to extend the chain. Listeners hear of it once for each time that it breaks. */
    void extended(boolean succeeded, String message) {
        if (healthy && !succeeded) {
            tell(BROKEN, message);
        }
        healthy = succeeded;
    }

    private void tell(String type, String message) {
        sendNotification(new Notification(type, "org.gatehouse:type=EventLog", sequence.incrementAndGet(), message));
    }

    @Override
    public long getUnwrittenEvents() {
        return unwritten.count();
    }

    @Override
    public String getNode() {
        return seal.node();
    }

    @Override
    public long getLinkedEvents() {
        return stored.head().map(ChainHead::position).orElse(0L);
    }

    @Override
    public String getHeadHash() {
        return stored.head().map(ChainHead::hash).orElse("");
    }

    @Override
    public boolean isHealthy() {
        return healthy;
    }

    @Override
    public String verify() {
        return operator.call("event.verify", "", () -> text(chain.verify()));
    }

    private static String text(ChainVerification verification) {
        Fault fault = verification.firstFault();
        long events = verification.chains().stream().mapToLong(ChainVerification.NodeChain::events).sum();
        return fault == null
                ? "intact: " + events + " events in " + verification.chains().size() + " chains"
                : fault.kind() + " at link " + fault.position() + " of node " + fault.node() + ", event " + fault.eventId() + ": " + fault.message();
    }
}
