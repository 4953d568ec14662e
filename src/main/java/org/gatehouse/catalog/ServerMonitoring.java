package org.gatehouse.catalog;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Puts one MBean per MCP server into the platform's MBean server, and takes them out when the deployment ends. */
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

    /** Injected so that two tools of one name, or a schema that does not compile, stop the start instead of the first call. */
    @Inject
    ToolArguments toolArguments;

    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    private final List<ObjectName> registered = new ArrayList<>();

    @PostConstruct
    void register() {
        for (StandardServer server : StandardServer.values()) {
            try {
                ObjectName name = name(server);
                beans.registerMBean(new ServerMonitor(server, activeServers, usage, activation), name);
                registered.add(name);
            } catch (JMException e) {
                throw new IllegalStateException("The MBean of " + server.serverName() + " could not be registered.", e);
            }
        }
    }

    @PreDestroy
    void unregister() {
        for (ObjectName name : registered) {
            try {
                beans.unregisterMBean(name);
            } catch (JMException e) {
                CatalogLog.LOG.notUnregistered(name.toString(), e);
            }
        }
    }

    private static ObjectName name(StandardServer server) throws JMException {
        return new ObjectName("org.gatehouse:type=McpServer,name=" + ObjectName.quote(server.serverName()));
    }
}
