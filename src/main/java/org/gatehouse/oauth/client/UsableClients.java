package org.gatehouse.oauth.client;

import static org.gatehouse.platform.database.schema.Tables.CLIENT_DOCUMENT;
import static org.gatehouse.platform.database.schema.Tables.DYNAMIC_REGISTRATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.gatehouse.platform.database.Database;

/**
 * Finds clients that may take part in a flow now: enabled, and described by a document that was read lately if they are described by one.
 * Without that, whoever loses a domain, or its document, would stay a client for ever.
 */
@Singleton
public class UsableClients {
    private final Clients clients;
    private final Database database;
    private final InstantSource clock;

    @Inject
    public UsableClients(Clients clients, Database database, InstantSource clock) {
        this.clients = clients;
        this.database = database;
        this.clock = clock;
    }

    /** The client with exactly this id, if it may be used. */
    public Optional<RegisteredClient> find(String clientId) {
        return clients.findEnabled(clientId).filter(client -> client.kind() != ClientKind.METADATA_DOCUMENT || fresh(clientId));
    }

    /** Whether the client registered itself and no administrator has looked at it yet. */
    public boolean awaitsApproval(String clientId) {
        return database.sql()
                .fetchExists(
                        DYNAMIC_REGISTRATION,
                        DYNAMIC_REGISTRATION.CLIENT_ID.eq(clientId).and(DYNAMIC_REGISTRATION.APPROVED_AT.isNull()));
    }

    /** Whether the client's document need not be read again yet. */
    public boolean fresh(String clientId) {
        Instant now = clock.instant();
        return database.sql()
                .fetchExists(CLIENT_DOCUMENT, CLIENT_DOCUMENT.CLIENT_ID.eq(clientId).and(CLIENT_DOCUMENT.FRESH_UNTIL.gt(now)));
    }
}
