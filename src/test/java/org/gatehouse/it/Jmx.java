package org.gatehouse.it;

import java.util.Map;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The operator's way to the server under test. */
final class Jmx {
    private Jmx() {}

    /** The MBean of an MCP server. */
    static ObjectName name(String server) throws Exception {
        return new ObjectName("org.gatehouse:type=McpServer,name=" + ObjectName.quote(server));
    }

    @SuppressWarnings("BanJNDI") // The address is the test server's own.
    static JMXConnector connect() throws Exception {
        return JMXConnectorFactory.connect(new JMXServiceURL("service:jmx:remote+http://" + Server.MANAGEMENT), Map.of());
    }

    /** Lets callers reach a server, or hides it. */
    static void activate(String server, boolean active) throws Exception {
        try (JMXConnector connector = connect()) {
            connector.getMBeanServerConnection().invoke(name(server), active ? "activate" : "deactivate", null, null);
        }
    }
}
