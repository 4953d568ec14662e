package org.gatehouse.audit.alert;

/** Freezes connections; implemented by the authorization server, which the event log does not know. */
public interface ConnectionFreezes {
    /**
     * Freezes a connection as part of the caller's transaction: it is refused from the next request on, until an administrator lifts that.
     *
     * @param by what the event log names as the reason
     * @return false if there is no such connection, or it has ended or is frozen already
     */
    boolean freeze(String connectionId, String by);
}
