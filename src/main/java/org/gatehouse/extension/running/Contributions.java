package org.gatehouse.extension.running;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;

/** Where deployments bring their tools, prompts and resources, and take them back. Clients that listen are told. */
@Stateless
public class Contributions {
    /** The name by which other deployments find it. */
    public static final String JNDI_NAME = "java:global/gatehouse/Contributions";

    @Inject
    JavaContributions contributions;

    @Inject
    ConfigurationVersions versions;

    /** Offers what a deployment brings. */
    public void offer(Contribution contribution) {
        contributions.offer(contribution);
        versions.changed(Topic.ACCESS);
    }

    /** Takes back what a deployment brought. */
    public void withdraw(String deployment) {
        if (contributions.withdraw(deployment)) {
            versions.changed(Topic.ACCESS);
        }
    }
}
