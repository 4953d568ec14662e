package org.gatehouse.oauth.token;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.platform.configuration.ConfigurationKeys;

/** How signing keys follow one another. */
@Singleton
class SigningKeySettings implements ConfigurationKeys {
    private static final String LEAD = "gatehouse.signing-key.lead";
    private static final String ROTATION = "gatehouse.signing-key.rotation";
    private static final Duration SHORTEST_ROTATION = Duration.ofDays(1);

    private final Duration lead;
    private final Duration rotation;

    @Inject
    SigningKeySettings(
            @ConfigProperty(name = LEAD, defaultValue = "PT5M") Duration lead,
            @ConfigProperty(name = ROTATION, defaultValue = "P90D") Duration rotation) {
        if (lead.isNegative() || lead.compareTo(SHORTEST_ROTATION) > 0) {
            throw new IllegalArgumentException(LEAD + " must be between PT0S and PT24H; it is " + lead);
        }
        if (rotation.compareTo(SHORTEST_ROTATION) < 0) {
            throw new IllegalArgumentException(ROTATION + " must be P1D or longer; it is " + rotation);
        }
        this.lead = lead;
        this.rotation = rotation;
    }

    /** How long a new key is published before it signs. */
    Duration lead() {
        return lead;
    }

    /** How old a key gets before the next one follows by itself. */
    Duration rotation() {
        return rotation;
    }

    @Override
    public Set<String> keys() {
        return Set.of(LEAD, ROTATION);
    }
}
