package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
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
        try (JMXConnector connector = Jmx.connect()) {
            MBeanServerConnection beans = connector.getMBeanServerConnection();
            long before = (Long) beans.getAttribute(Jmx.name(Server.READS), "CallCount");

            Mcp.query(Agent.tokenOf("rep.west.1"), "SELECT COUNT() FROM Account").statusCode(200);

            assertThat((Long) beans.getAttribute(Jmx.name(Server.READS), "CallCount")).isGreaterThan(before);
            assertThat(beans.getAttribute(Jmx.name(Server.READS), "Active")).isEqualTo(true);
            assertThat(beans.getAttribute(Jmx.name("platform/object-all"), "Active")).isEqualTo(false);
        }
    }

    @Test
    void deactivatesAServerForTheNextRequest() throws Exception {
        String token = Agent.tokenOf("rep.west.1");
        try (JMXConnector connector = Jmx.connect()) {
            MBeanServerConnection beans = connector.getMBeanServerConnection();

            beans.invoke(Jmx.name(Server.READS), "deactivate", null, null);
            try {
                Mcp.list(token, Server.READS).statusCode(404);
            } finally {
                beans.invoke(Jmx.name(Server.READS), "activate", null, null);
            }

            Mcp.list(token, Server.READS).statusCode(200);
        }
    }
}
