package org.gatehouse.oauth.grant;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Lists connections and ends them, each call in one transaction. Who may do so is for the caller to have decided. */
@Stateless
public class ConnectionService {
    @Inject
    Usage usage;

    @Inject
    Disconnections disconnections;

    @Inject
    BulkRevocations bulk;

    @Inject
    GrantEvents events;

    @Inject
    Freezes freezes;

    /** A person's own connections. */
    public List<Connection> of(String userId) {
        return usage.of(userId);
    }

    /** A person ends a connection of their own; see {@link Disconnections#endOwn}. */
    public boolean endOwn(String userId, String connectionId) {
        return disconnections.endOwn(userId, connectionId);
    }

    /** An administrator ends a connection; false if there is none. */
    public boolean end(String connectionId) {
        return disconnections.end(connectionId);
    }

    /**
     * An administrator freezes a connection, and with it what its app may do for its person at its server; false if there is none.
     *
     * @param by who it is
     */
    public boolean freeze(String connectionId, String by) {
        return usage.find(connectionId).isPresent() && freezes.freeze(connectionId, by);
    }

    /** An administrator lifts a freeze; false if there is none. */
    public boolean unfreeze(String connectionId) {
        return freezes.unfreeze(connectionId);
    }

    /** The connections that are frozen; see {@link Usage#frozen}. */
    public List<Connection> frozen(int limit) {
        return usage.frozen(limit);
    }

    /** Every client with its use. */
    public List<ClientUsage> clients() {
        return usage.clients();
    }

    /** A page of connections; see {@link Usage#page}. */
    public List<Connection> page(Optional<String> clientId, Optional<String> userId, Optional<String> after, int limit) {
        return usage.page(clientId, userId, after, limit);
    }

    /** Ends many connections: none of them works once this has returned, whatever the progress says. */
    public BulkRevocation endAll(RevocationTarget target, String requestedBy) {
        events.endedTogether(target);
        return bulk.start(target, requestedBy);
    }

    /** Marks the next batch of connections that were ended together; false if there is nothing to do. */
    public boolean markNextBatch() {
        return bulk.step();
    }

    /** How far a bulk revocation is. */
    public Optional<BulkRevocation> revocation(String id) {
        return bulk.find(id);
    }

    /** The latest bulk revocations, newest first. */
    public List<BulkRevocation> revocations(int limit) {
        return bulk.newest(limit);
    }
}
