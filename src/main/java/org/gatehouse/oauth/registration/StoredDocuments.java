package org.gatehouse.oauth.registration;

import static org.gatehouse.platform.database.schema.Tables.CLIENT_DOCUMENT;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeSet;
import org.gatehouse.oauth.client.ClientKind;
import org.gatehouse.platform.crypto.OpaqueToken;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.json.Json;

/** The metadata documents that were read, each as the client it describes. */
@Singleton
class StoredDocuments {
    private final Database database;
    private final NewClients clients;
    private final RegistrationQuota quota;
    private final RegistrationConfiguration configuration;
    private final InstantSource clock;

    @Inject
    StoredDocuments(
            Database database, NewClients clients, RegistrationQuota quota, RegistrationConfiguration configuration, InstantSource clock) {
        this.database = database;
        this.clients = clients;
        this.quota = quota;
        this.configuration = configuration;
        this.clock = clock;
    }

    /** Writes what the document at a URL says, if it says something new, and that it need not be read again for so long. */
    void describe(String url, ClientDescription description, Duration lifetime) throws RegistrationRefused {
        Instant now = clock.instant();
        String hash = OpaqueToken.sha256(text(description));
        if (!clients.known(url)) {
            quota.takeDocument();
        }
        if (clients.create(url, ClientKind.METADATA_DOCUMENT, description, configuration.scopes(), true)) {
            database.sql()
                    .insertInto(CLIENT_DOCUMENT)
                    .set(CLIENT_DOCUMENT.CLIENT_ID, url)
                    .set(CLIENT_DOCUMENT.DESCRIPTION_HASH, hash)
                    .set(CLIENT_DOCUMENT.FETCHED_AT, now)
                    .set(CLIENT_DOCUMENT.FRESH_UNTIL, now.plus(lifetime))
                    .set(CLIENT_DOCUMENT.OWN_WRITES, 1L)
                    .execute();
            return;
        }
        // One write decides who replaces it, if two nodes have read the same news.
        boolean news = database.sql()
                        .update(CLIENT_DOCUMENT)
                        .set(CLIENT_DOCUMENT.DESCRIPTION_HASH, hash)
                        .set(CLIENT_DOCUMENT.OWN_WRITES, CLIENT_DOCUMENT.OWN_WRITES.plus(1))
                        .where(CLIENT_DOCUMENT.CLIENT_ID.eq(url))
                        .and(CLIENT_DOCUMENT.DESCRIPTION_HASH.ne(hash))
                        .execute()
                == 1;
        if (news) {
            clients.replace(url, description);
        }
        database.sql()
                .update(CLIENT_DOCUMENT)
                .set(CLIENT_DOCUMENT.FETCHED_AT, now)
                .set(CLIENT_DOCUMENT.FRESH_UNTIL, now.plus(lifetime))
                .where(CLIENT_DOCUMENT.CLIENT_ID.eq(url))
                .execute();
    }

    /** Ends the time for which a document counts as read. */
    void distrust(String url) {
        Instant now = clock.instant();
        database.sql()
                .update(CLIENT_DOCUMENT)
                .set(CLIENT_DOCUMENT.FRESH_UNTIL, now)
                .where(CLIENT_DOCUMENT.CLIENT_ID.eq(url))
                .and(CLIENT_DOCUMENT.FRESH_UNTIL.gt(now))
                .execute();
    }

    /** The description as one text, the same on every node. */
    private static String text(ClientDescription description) {
        return Json.text(List.of(
                description.name(),
                description.method().value(),
                new TreeSet<>(description.redirectUris()),
                description.jwks().orElse(""),
                description.jwksUri().orElse(""),
                description.logoUri().orElse("")));
    }
}
