package org.gatehouse.catalog;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;

/**
 * Where another deployment on the same application server offers an MCP server of its own. It finds this bean under {@code
 * java:global/gatehouse/ServerContributions} and needs a module dependency on {@code deployment.gatehouse.war}.
 *
 * <p>A contributed server is like any other: inactive until an administrator activates it, under the same tokens, app policies, approvals and audit. Its
 * handlers are code that the operator deployed; they get the caller with every call and answer for what they do with it.
 */
@Stateless
public class ServerContributions {
    @Inject
    ContributedServers servers;

    @Inject
    ConfigurationVersions versions;

    /**
     * Offers a server, or offers it anew after it has changed. Clients that listen are told.
     *
     * @param server named {@code group/name}, where the group is neither {@code platform} nor {@code custom}
     */
    public void offer(ServerDefinition server) {
        servers.offer(server);
        versions.changed(Topic.ACCESS);
    }

    /** Takes a server back; whether it was active is remembered for the next time that it is offered. */
    public void withdraw(String name) {
        servers.withdraw(name);
        versions.changed(Topic.ACCESS);
    }
}
