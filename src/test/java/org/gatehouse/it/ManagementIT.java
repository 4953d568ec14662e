package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The MBeans of MCP servers over the server's remote JMX. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ManagementIT {
    @Test
    void showsServersAndTheirCounts() throws Exception {
        try (JMXConnector connector = connect()) {
            MBeanServerConnection beans = connector.getMBeanServerConnection();
            long before = (Long) beans.getAttribute(name(Server.READS), "CallCount");

            Mcp.query(Agent.tokenOf("rep.west.1"), "SELECT COUNT() FROM Account").statusCode(200);

            assertThat((Long) beans.getAttribute(name(Server.READS), "CallCount")).isGreaterThan(before);
            assertThat(beans.getAttribute(name(Server.READS), "Active")).isEqualTo(true);
            assertThat(beans.getAttribute(name("platform/object-all"), "Active")).isEqualTo(false);
        }
    }

    @Test
    void deactivatesAServerForTheNextRequest() throws Exception {
        String token = Agent.tokenOf("rep.west.1");
        try (JMXConnector connector = connect()) {
            MBeanServerConnection beans = connector.getMBeanServerConnection();

            beans.invoke(name(Server.READS), "deactivate", null, null);
            try {
                Mcp.list(token, Server.READS).statusCode(404);
            } finally {
                beans.invoke(name(Server.READS), "activate", null, null);
            }

            Mcp.list(token, Server.READS).statusCode(200);
        }
    }

    private static ObjectName name(String server) throws Exception {
        return new ObjectName("org.gatehouse:type=McpServer,name=" + ObjectName.quote(server));
    }

    @SuppressWarnings("BanJNDI") // The address is the test server's own.
    private static JMXConnector connect() throws Exception {
        return JMXConnectorFactory.connect(new JMXServiceURL("service:jmx:remote+http://" + Server.MANAGEMENT), Map.of());
    }
}
