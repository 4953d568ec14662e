package org.gatehouse.identity.external;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;

/** Asks providers for their metadata (OpenID Connect Discovery 1.0 section 4), and remembers it for an hour. */
@Singleton
class ProviderDiscovery {
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final long KEYS_REMEMBERED = Duration.ofMinutes(5).toMillis();
    private static final long KEYS_WAIT = Duration.ofSeconds(10).toMillis();
    /** An ID token with a key id that nobody knows must not make us ask the provider each time. */
    private static final long KEYS_INTERVAL = Duration.ofSeconds(30).toMillis();

    private final ProviderHttp http;
    private final Cache<Issuer, ProviderEndpoints> known =
            Caffeine.newBuilder().maximumSize(100).expireAfterWrite(REMEMBERED).build();

    @Inject
    ProviderDiscovery(ProviderHttp http) {
        this.http = http;
    }

    /** What the provider with this issuer publishes. A failure is not remembered. */
    ProviderEndpoints discover(Issuer issuer) throws ExternalRefusal {
        ProviderEndpoints remembered = known.getIfPresent(issuer);
        if (remembered != null) {
            return remembered;
        }
        try {
            ProviderEndpoints fetched = endpoints(fetch(issuer));
            known.put(issuer, fetched);
            return fetched;
        } catch (GeneralException | IOException | IllegalArgumentException e) {
            throw new ExternalRefusal(ExternalReason.PROVIDER_UNREACHABLE, e);
        }
    }

    private OIDCProviderMetadata fetch(Issuer issuer) throws GeneralException, IOException {
        URL url = OIDCProviderMetadata.resolveURL(issuer);
        OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(http.get(URI.create(url.toString())).getBody());
        // Section 4.3: the issuer "MUST be identical to the Issuer URL that was used as the prefix".
        if (!metadata.getIssuer().equals(issuer)) {
            throw new IOException("The metadata is of another issuer");
        }
        Stream.of(metadata.getAuthorizationEndpointURI(), metadata.getTokenEndpointURI(), metadata.getJWKSetURI()).forEach(ProviderDiscovery::check);
        return metadata;
    }

    private static void check(URI endpoint) {
        if (!ProviderUrls.allowed(Objects.requireNonNullElse(endpoint, URI.create("")))) {
            throw new IllegalArgumentException("An endpoint is missing or not an https URL");
        }
    }

    private ProviderEndpoints endpoints(OIDCProviderMetadata metadata) throws IOException {
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(metadata.getJWKSetURI().toURL(), http)
                .cache(KEYS_REMEMBERED, KEYS_WAIT)
                .rateLimited(KEYS_INTERVAL)
                .build();
        return new ProviderEndpoints(metadata, keys);
    }
}
