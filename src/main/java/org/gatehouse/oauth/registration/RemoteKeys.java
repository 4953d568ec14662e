package org.gatehouse.oauth.registration;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.nimbusds.jose.jwk.JWKSet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gatehouse.oauth.client.KeySets;
import org.gatehouse.oauth.client.RegisteredClient;
import org.gatehouse.platform.json.Json;

/** The public keys that clients keep under a URL of their own ({@code jwks_uri}), fetched like their metadata documents. */
@Singleton
public class RemoteKeys implements KeySets {
    private static final int MOST_REMEMBERED = 1_000;
    private static final Duration REFUSED = Duration.ofMinutes(1);

    private final RegistrationConfiguration configuration;
    private final DocumentFetch fetch;
    private final AsyncCache<String, Keys> cache;

    @Inject
    RemoteKeys(RegistrationConfiguration configuration, DocumentFetch fetch, InstantSource clock) {
        this.configuration = configuration;
        this.fetch = fetch;
        this.cache = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfter(Expiry.<String, Keys>creating((url, keys) -> keys.lifetime()))
                .buildAsync();
    }

    /** Fetches the keys of a client that has them elsewhere, if that is due; outside of any transaction. */
    void refresh(RegisteredClient client) {
        client.proof().jwksUri().filter(this::permitted).ifPresent(uri -> {
            CompletableFuture<Keys> mine = new CompletableFuture<>();
            CompletableFuture<Keys> first = cache.asMap().putIfAbsent(uri, mine);
            if (first != null) {
                first.join();
                return;
            }
            Keys keys = Keys.NONE;
            try {
                keys = fetch(uri);
            } finally {
                mine.complete(keys);
            }
        });
    }

    /** What is in memory and still good. Nothing is fetched here, and what could not be fetched is no key at all. */
    @Override
    public JWKSet at(String uri) {
        CompletableFuture<Keys> present = cache.getIfPresent(uri);
        return present != null && present.isDone() && permitted(uri) ? present.join().set() : new JWKSet();
    }

    private boolean permitted(String uri) {
        return DocumentUrl.parse(uri, configuration.domains()).isPresent();
    }

    private Keys fetch(String uri) {
        Optional<DocumentUrl> url = DocumentUrl.parse(uri, configuration.domains());
        try {
            FetchedDocument document = fetch.get(url.orElseThrow());
            Json.read(document.json());
            JWKSet keys = JWKSet.parse(new String(document.json(), StandardCharsets.UTF_8)).toPublicJWKSet();
            return new Keys(keys, document.lifetime());
        } catch (IOException | ParseException e) {
            RegistrationLog.LOG.refused(uri, Reasons.of(e));
            return Keys.NONE;
        }
    }

    private record Keys(JWKSet set, Duration lifetime) {
        private static final Keys NONE = new Keys(new JWKSet(), REFUSED);
    }
}
