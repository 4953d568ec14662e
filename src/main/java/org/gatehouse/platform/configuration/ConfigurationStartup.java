package org.gatehouse.platform.configuration;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** Stops a deployment whose settings name something that no feature reads. */
@Startup
@Singleton(name = "ConfigurationStartup")
public class ConfigurationStartup {
    @Inject
    Instance<ConfigurationKeys> features;

    @Inject
    Config config;

    @PostConstruct
    void check() {
        Set<String> known = features.stream().flatMap(feature -> feature.keys().stream()).collect(Collectors.toSet());
        List<String> complaints = new ConfigurationCheck(known).complaints(config.getPropertyNames());
        if (!complaints.isEmpty()) {
            throw new IllegalStateException(String.join(" ", complaints));
        }
    }
}
