package org.gatehouse.oauth.registration;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gatehouse.oauth.client.ClientKind;
import org.gatehouse.oauth.client.Clients;
import org.gatehouse.oauth.client.RegisteredClient;
import org.gatehouse.oauth.client.UsableClients;
import org.gatehouse.platform.network.ClientAddress;

/**
 * Keeps clients up to date whose {@code client_id} is the URL of their metadata document (Client ID Metadata Document). A client is usable
 * only while its document is fresh, so all that goes wrong here ends in a refusal.
 */
@Singleton
public class ClientDocuments {
    private static final int MOST_REMEMBERED = 1_000;

    private final RegistrationConfiguration configuration;
    private final DocumentFetch fetch;
    private final FetchLimits limits;
    private final Clients clients;
    private final UsableClients usable;
    private final RegistrationService registrations;

    /** Who is reading a document now, and which could not be read: neither many at once nor many in a row go out for one document. */
    private final AsyncCache<String, Attempt> attempts;

    @Inject
    ClientDocuments(
            RegistrationConfiguration configuration,
            DocumentFetch fetch,
            FetchLimits limits,
            Clients clients,
            UsableClients usable,
            RegistrationService registrations,
            InstantSource clock) {
        this.configuration = configuration;
        this.fetch = fetch;
        this.limits = limits;
        this.clients = clients;
        this.usable = usable;
        this.registrations = registrations;
        this.attempts = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfter(Expiry.<String, Attempt>creating((url, attempt) -> attempt.remembered))
                .buildAsync();
    }

    /**
     * Reads the document of a client that has one, if that is due. Called before a flow looks the client up, and outside of its transaction:
     * a slow host must not hold a connection of the database.
     *
     * @param address who asks for it
     */
    public void refresh(String clientId, ClientAddress address) {
        if (!clientId.startsWith("https://") || !describedByDocument(clients.find(clientId))) {
            return;
        }
        Optional<DocumentUrl> url = DocumentUrl.parse(clientId, configuration.domains());
        if (url.isEmpty()) {
            registrations.distrust(clientId);
        } else if (!usable.fresh(clientId)) {
            attempt(url.get(), address);
        }
    }

    /** What an administrator entered, or switched off, is not the document's to change. */
    private static boolean describedByDocument(Optional<RegisteredClient> known) {
        return known.isEmpty() || (known.get().kind() == ClientKind.METADATA_DOCUMENT && known.get().enabled());
    }

    private void attempt(DocumentUrl url, ClientAddress address) {
        // One too many is not remembered against the document: it would be a way to keep a client from everybody else.
        if (attempts.asMap().get(url.uri().toString()) == null && !limits.take(address, url)) {
            RegistrationLog.LOG.refused(url.uri().toString(), "too many documents were asked for in this minute");
            return;
        }
        CompletableFuture<Attempt> mine = new CompletableFuture<>();
        CompletableFuture<Attempt> first = attempts.asMap().putIfAbsent(url.uri().toString(), mine);
        if (first != null) {
            first.join();
            return;
        }
        Attempt result = Attempt.FAILED;
        try {
            result = read(url);
        } finally {
            mine.complete(result);
        }
    }

    private Attempt read(DocumentUrl url) {
        try {
            FetchedDocument document = fetch.get(url);
            registrations.describe(url, MetadataDocument.parse(url, document.json(), configuration.domains()), document.lifetime());
            return Attempt.SUCCEEDED;
        } catch (FetchRefused | RegistrationRefused e) {
            RegistrationLog.LOG.refused(url.uri().toString(), Reasons.of(e));
            return Attempt.FAILED;
        } catch (EJBException e) {
            // Another node wrote the same new client first, or the database is away. Whether the client is usable, the database says.
            RegistrationLog.LOG.refused(url.uri().toString(), "it could not be stored (" + e.getClass().getSimpleName() + ")");
            return Attempt.FAILED;
        }
    }

    /** How an attempt ended, and for how long nobody tries again. What succeeded is remembered in the database. */
    private enum Attempt {
        SUCCEEDED(Duration.ZERO),
        FAILED(Duration.ofMinutes(1));

        private final Duration remembered;

        Attempt(Duration remembered) {
            this.remembered = remembered;
        }
    }
}
