package org.gatehouse.audit.chain;

/**
 * What an operator sees and does over JMX to the event log, under {@code org.gatehouse:type=EventLog}. It tells of a broken chain by a
 * notification of type {@code org.gatehouse.chain.broken}, and of events that cannot be written by one of type {@code org.gatehouse.events.unwritten}.
 */
public interface EventLogMXBean {
    /** This node, as its events name it. */
    String getNode();

    /** How many events this node's chain links. */
    long getLinkedEvents();

    /** The hash of the chain's last link, to be compared with one that was written down elsewhere; empty for none. */
    String getHeadHash();

    /** How many calls failed since the start because their event could not be written. */
    long getUnwrittenEvents();

    /** Whether the last attempt to extend the chain succeeded. */
    boolean isHealthy();

    /** Looks through the chains of all nodes, and says in words what it found. Takes time in proportion to the log. */
    String verify();
}
