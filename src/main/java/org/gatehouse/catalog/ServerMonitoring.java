package org.gatehouse.catalog;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import javax.management.ObjectName;
import org.gatehouse.audit.OperatorActs;
import org.gatehouse.platform.management.MBeanRegistrations;

/** Puts one MBean per MCP server of Gatehouse, and one for all servers, into the platform's MBean server, and takes them out when the deployment ends. */
@Startup
@Singleton(name = "ServerMonitoring")
@DependsOn("DatabaseStartup")
public class ServerMonitoring {
    @Inject
    ActiveServers activeServers;

    @Inject
    ServerUsage usage;

    @Inject
    ServerActivation activation;

    @Inject
    Servers servers;

    /** Injected so that two tools of one name, or a schema that does not compile, stop the start instead of the first call. */
    @Inject
    Tools tools;

    @Inject
    OperatorActs operator;

    private final MBeanRegistrations beans = new MBeanRegistrations();

    @PostConstruct
    void register() {
        beans.register(new ServersMonitor(servers, activeServers, activation, operator), "type=McpServers");
        for (StandardServer server : StandardServer.values()) {
            beans.register(
                    new ServerMonitor(server, activeServers, usage, activation, operator), "type=McpServer,name=" + ObjectName.quote(server.serverName()));
        }
    }

    @PreDestroy
    void unregister() {
        beans.unregister();
    }
}
