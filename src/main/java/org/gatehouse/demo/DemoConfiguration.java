package org.gatehouse.demo;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.platform.configuration.ConfigurationKeys;

/** How many records the demo organisation has. */
@Singleton
class DemoConfiguration implements ConfigurationKeys {
    private static final String RECORDS = "gatehouse.demo.records";

    private final int records;

    @Inject
    DemoConfiguration(@ConfigProperty(name = RECORDS, defaultValue = "3000") int records) {
        if (records < 100) {
            throw new IllegalArgumentException(RECORDS + " must be at least 100; it is " + records);
        }
        this.records = records;
    }

    /** About how many records to make, over all objects. */
    int records() {
        return records;
    }

    @Override
    public Set<String> keys() {
        return Set.of(RECORDS);
    }
}
