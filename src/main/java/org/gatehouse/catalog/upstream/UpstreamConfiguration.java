package org.gatehouse.catalog.upstream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.platform.configuration.ConfigurationKeys;
import org.gatehouse.platform.configuration.Deployment;

/** Which services may be called at all, and how long a call may take. */
@Singleton
public class UpstreamConfiguration implements ConfigurationKeys {
    private static final String HOSTS = "gatehouse.imported-services.hosts";
    private static final String PRIVATE_HOSTS = "gatehouse.imported-services.private-hosts";
    private static final String SECONDS = "gatehouse.imported-services.timeout-seconds";
    private static final int MOST_SECONDS = 120;

    private final AllowedHosts hosts;
    private final AllowedHosts privateHosts;
    private final Duration timeout;

    @Inject
    public UpstreamConfiguration(
            Deployment deployment,
            @ConfigProperty(name = HOSTS) Optional<String> hosts,
            @ConfigProperty(name = PRIVATE_HOSTS) Optional<String> privateHosts,
            @ConfigProperty(name = SECONDS, defaultValue = "20") int seconds) {
        this.hosts = AllowedHosts.of(HOSTS, words(hosts.orElse("")));
        // In the demo, services on the same server can be tried without any setting.
        this.privateHosts = AllowedHosts.of(PRIVATE_HOSTS, words(privateHosts.orElse(deployment.demo() ? own(deployment) : "")));
        if (privateHosts().entries().stream().anyMatch(entry -> entry.startsWith("."))) {
            throw new IllegalArgumentException(PRIVATE_HOSTS + " names each host itself; *. stands in " + HOSTS + " only");
        }
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw new IllegalArgumentException(SECONDS + " must be 1 to " + MOST_SECONDS + "; it is " + seconds);
        }
        this.timeout = Duration.ofSeconds(seconds);
    }

    /** Whether a service there may be called. */
    public boolean allows(ServiceUrl url) {
        return hosts.include(url) || privateHosts.include(url);
    }

    /** The hosts whose addresses may be those of this machine and its network. */
    AllowedHosts privateHosts() {
        return privateHosts;
    }

    /** How long a call may take from its first to its last byte. */
    Duration timeout() {
        return timeout;
    }

    @Override
    public Set<String> keys() {
        return Set.of(HOSTS, PRIVATE_HOSTS, SECONDS);
    }

    private static String own(Deployment deployment) {
        return ServiceUrl.parse(deployment.publicUrl()).map(ServiceUrl::authority).orElse("");
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : Arrays.asList(text.strip().split("[,\\s]+"));
    }
}
