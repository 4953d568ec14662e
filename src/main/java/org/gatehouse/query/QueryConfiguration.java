package org.gatehouse.query;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.platform.configuration.ConfigurationKeys;

/** How long a query may run. */
@Singleton
public class QueryConfiguration implements ConfigurationKeys {
    private static final String TIMEOUT = "gatehouse.query.timeout";

    private final Duration timeout;

    @Inject
    public QueryConfiguration(@ConfigProperty(name = TIMEOUT, defaultValue = "PT30S") Duration timeout) {
        this.timeout = timeout;
    }

    /** After how long the database gives up on a statement; whole seconds, at least one. */
    public int timeoutSeconds() {
        return (int) Math.max(1, timeout.toSeconds());
    }

    @Override
    public Set<String> keys() {
        return Set.of(TIMEOUT);
    }
}
