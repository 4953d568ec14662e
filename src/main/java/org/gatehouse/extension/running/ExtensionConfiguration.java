package org.gatehouse.extension.running;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.platform.configuration.ConfigurationKeys;

/** How long the code of developers may take. */
@Singleton
public class ExtensionConfiguration implements ConfigurationKeys {
    private static final String TIMEOUT = "gatehouse.java-tools.timeout";

    private final Duration timeout;

    @Inject
    public ExtensionConfiguration(@ConfigProperty(name = TIMEOUT, defaultValue = "PT60S") Duration timeout) {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException(TIMEOUT + " must be longer than nothing, for example PT60S; it is " + timeout);
        }
        this.timeout = timeout;
    }

    /** After how long a call of a contributed tool, prompt or resource is ended. */
    public Duration timeout() {
        return timeout;
    }

    @Override
    public Set<String> keys() {
        return Set.of(TIMEOUT);
    }
}
