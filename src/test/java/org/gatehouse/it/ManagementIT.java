package org.gatehouse.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.stream.Stream;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.remote.JMXConnector;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The MBeans of MCP servers over the server's remote JMX. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ManagementIT {
    private static final String MEMBERSHIPS = Server.URL + "/api/v1/sharing/memberships";

    @Deployment(testable = false)
    static WebArchive serverSide() {
        return ServerSide.deployment();
    }

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

    @Test
    void g14AnOperatorBlocksAnAppEndsConnectionsAndVerifiesTheLogAndNoAttributeHasASecret() throws Exception {
        var agent = new Agent(Server.READS);
        String token = agent.connect(new Person("rep.west.1"), "mcp_api.read").getTokens().getAccessToken().getValue();
        Mcp.list(token, Server.READS).statusCode(200);
        try (JMXConnector connector = Jmx.connect()) {
            MBeanServerConnection beans = connector.getMBeanServerConnection();
            ObjectName connections = new ObjectName("org.gatehouse:type=Connections");
            ObjectName apps = new ObjectName("org.gatehouse:type=ExternalClientApps");
            ObjectName log = new ObjectName("org.gatehouse:type=EventLog");
            assertThat((Integer) beans.getAttribute(connections, "Connections")).isPositive();

            String id = ServerSide.rows("SELECT id FROM gatehouse.oauth_grant WHERE revoked_at IS NULL ORDER BY created_at DESC").getFirst().getFirst();
            beans.invoke(connections, "end", new Object[] {id}, new String[] {String.class.getName()});
            Mcp.list(token, Server.READS).statusCode(401);
            assertThatThrownBy(() -> beans.invoke(connections, "end", new Object[] {"nothing"}, new String[] {String.class.getName()}))
                    .rootCause().hasMessage("There is no connection of this id.");

            assertThat((String) beans.invoke(log, "verify", null, null)).startsWith("intact: ");
            assertThat(beans.getAttribute(log, "Healthy")).isEqualTo(true);
            assertThat((CompositeData[]) beans.getAttribute(apps, "Apps")).extracting(app -> app.get("clientId")).contains("inspector");
            assertThat(ServerSide.rows("SELECT username, method, outcome FROM gatehouse.audit_event WHERE api_resource = 'jmx' AND objects = '" + id + "'"))
                    .containsExactly(List.of("(operator over JMX)", "connection.end", "SUCCESS"));
            for (ObjectName name : beans.queryNames(new ObjectName("org.gatehouse:*"), null)) {
                for (var attribute : beans.getMBeanInfo(name).getAttributes()) {
                    assertThat(attribute.getName()).as("%s", name).doesNotContainIgnoringCase("secret").doesNotContainIgnoringCase("password");
                }
            }
        }
    }

    @Test
    void anOperatorMendsMembershipsThatWereWrittenPastTheServer() throws Exception {
        try (JMXConnector connector = Jmx.connect()) {
            MBeanServerConnection beans = connector.getMBeanServerConnection();
            ObjectName sharing = new ObjectName("org.gatehouse:type=Sharing");
            int all = (Integer) beans.getAttribute(sharing, "Memberships");
            assertThat(changes(beans.invoke(sharing, "compareMemberships", null, null))).containsExactly(all, 0, 0);
            ServerSide.change("DELETE FROM gatehouse.group_membership WHERE user_id = (SELECT id FROM gatehouse.app_user WHERE username = 'manager.west')");
            int lost = all - (Integer) beans.getAttribute(sharing, "Memberships");
            RequestSpecification admin = given().auth().oauth2(Agent.adminToken()).contentType(ContentType.JSON);

            given().spec(admin).get(MEMBERSHIPS).then().statusCode(200).body("memberships", equalTo(all)).body("added", equalTo(lost)).body("removed", equalTo(0));
            assertThat(changes(beans.invoke(sharing, "recalculateMemberships", null, null))).containsExactly(all, lost, 0);
            given().spec(admin).post(MEMBERSHIPS + "/recalculate").then().statusCode(200).body("added", equalTo(0)).body("removed", equalTo(0));

            assertThat(lost).isPositive();
            assertThat(beans.getAttribute(sharing, "Memberships")).isEqualTo(all);
            assertThat(ServerSide.rows("SELECT username, after_value FROM gatehouse.audit_event WHERE event_type = 'SharingRecalculation' ORDER BY occurred_at DESC").getFirst())
                    .satisfies(row -> assertThat(row.getFirst()).isEqualTo("(operator over JMX)"), row -> assertThat(row.getLast()).contains("\"added\":" + lost));
        }
    }

    private static List<Integer> changes(Object recalculation) {
        CompositeData data = (CompositeData) recalculation;
        return Stream.of("memberships", "added", "removed").map(name -> (Integer) data.get(name)).toList();
    }
}
