package org.gatehouse.console;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.gatehouse.platform.configuration.Deployment;

/** What every page says about this installation. */
@Named
@Singleton
public class Site {
    private final Deployment deployment;

    @Inject
    Site(Deployment deployment) {
        this.deployment = deployment;
    }

    /** Whether pages carry the banner of the demo. */
    public boolean isDemo() {
        return deployment.demo();
    }

    public String getPublicUrl() {
        return deployment.publicUrl();
    }
}
