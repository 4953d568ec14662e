package org.gatehouse.oauth.grant;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Ends single connections, and forgets the consent behind them: an agent that was sent away must not come back unasked. */
@Singleton
class Disconnections {
    private final Usage usage;
    private final Grants grants;
    private final RememberedConsents consents;

    @Inject
    Disconnections(Usage usage, Grants grants, RememberedConsents consents) {
        this.usage = usage;
        this.grants = grants;
        this.consents = consents;
    }

    /**
     * A person ends a connection of their own.
     *
     * @return false for a connection that is another person's, unknown or ended already: nobody can tell these apart
     */
    boolean endOwn(String userId, String connectionId) {
        return end(usage.find(connectionId).filter(connection -> connection.userId().equals(userId)), GrantEnd.PERSON);
    }

    /** An administrator ends a connection; false if there is none. */
    boolean end(String connectionId) {
        return end(usage.find(connectionId), GrantEnd.ADMINISTRATOR);
    }

    private boolean end(Optional<Connection> found, GrantEnd why) {
        found.ifPresent(connection -> {
            grants.end(connection.id(), why);
            consents.forget(connection.clientId(), connection.userId(), connection.resource());
        });
        return found.isPresent();
    }
}
