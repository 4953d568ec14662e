package org.gatehouse.platform.configuration;

import java.util.Set;

/** The configuration properties that one feature reads. A feature offers them as a CDI bean. */
public interface ConfigurationKeys {
    /** Full names, for example {@code gatehouse.public-url}. */
    Set<String> keys();
}
