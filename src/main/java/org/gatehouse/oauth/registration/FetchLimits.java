package org.gatehouse.oauth.registration;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.gatehouse.platform.network.ClientAddress;
import org.gatehouse.platform.network.MinuteLimits;

/**
 * How many documents are fetched in a minute: for one who asks, so that nobody uses up what others need, and from one host, so that nobody
 * makes this server a load on it. Whoever may ask is not known yet: the document says who the client is.
 */
@Singleton
class FetchLimits {
    private final RegistrationConfiguration configuration;
    private final MinuteLimits<String> askers;
    private final MinuteLimits<String> hosts;

    @Inject
    FetchLimits(RegistrationConfiguration configuration, InstantSource clock) {
        this.configuration = configuration;
        this.askers = new MinuteLimits<>(clock);
        this.hosts = new MinuteLimits<>(clock);
    }

    /** Takes one fetch for whoever is at the address; false if that is one too many. */
    boolean take(ClientAddress address, DocumentUrl url) {
        return askers.take(RegistrationQuota.origin(address), configuration.fetchesPerAddress()).isEmpty()
                && hosts.take(url.uri().getHost(), configuration.fetchesPerHost()).isEmpty();
    }
}
