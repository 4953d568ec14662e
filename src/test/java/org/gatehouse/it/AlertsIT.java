package org.gatehouse.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import org.gatehouse.platform.json.Json;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An alert as an administrator sets it, an agent meets it, an operator hears of it and an administrator lifts what it froze. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class AlertsIT {
    private static final String ALERTS = Server.URL + "/api/v1/alerts";
    private static final String CONNECTIONS = Server.URL + "/api/v1/connections";
    private static final String NAME = "wire-test";

    private final String api = Agent.adminToken();

    @Deployment(testable = false)
    static WebArchive serverSide() {
        return ServerSide.deployment();
    }

    @AfterEach
    void takeAway() {
        if (admin().get(ALERTS + "/" + NAME).statusCode() == 200) {
            int version = admin().get(ALERTS + "/" + NAME).jsonPath().getInt("version");
            admin().delete(ALERTS + "/" + NAME + "?version=" + version).then().statusCode(204);
        }
    }

    @Test
    void anAgentThatTriesWhatItMayNotIsFrozenUntilAnAdministratorLiftsIt() throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (JMXConnector connector = Jmx.connect()) {
            MBeanServerConnection beans = connector.getMBeanServerConnection();
            ObjectName name = new ObjectName("org.gatehouse:type=Alerts");
            beans.addNotificationListener(name, (notification, handback) -> heard.add(notification.getType() + " " + notification.getMessage()), null, null);
            create("\"search\": {\"username\": \"rep.west.7\", \"tool\": \"noSuchTool\"}, \"threshold\": 3, \"minutes\": 5, \"each\": \"CONNECTION\", \"freezes\": true");
            String token = Agent.tokenOf("rep.west.7");
            Mcp.call(token, "getUserInfo", Json.object()).statusCode(200);

            for (int i = 0; i < 3; i++) {
                Mcp.call(token, "noSuchTool", Json.object());
            }

            assertThat(heard.poll(30, TimeUnit.SECONDS)).startsWith("org.gatehouse.alert.raised " + NAME + ": 3 events in 5 minutes of the connection of rep.west.7")
                    .endsWith("; the connection is frozen");
            Mcp.call(token, "getUserInfo", Json.object()).statusCode(401);
            assertThat((String[]) beans.getAttribute(name, "Raised")).anyMatch(it -> it.contains(NAME));
            admin().get(ALERTS + "/raised").then().statusCode(200).body("alert", hasItem(NAME)).body("find { it.alert == '" + NAME + "' }.frozen", equalTo(true));
            var console = new Person("admin");
            console.signIn();
            assertThat(Jsoup.parse(console.open(Server.at("/setup")).body()).text()).contains(NAME + ": 3 events", "Frozen connections: 1");
            assertThat(Jsoup.parse(console.open(Server.at("/setup/connections")).body()).select("#frozen").text()).contains("rep.west.7", "by alert " + NAME);

            String id = admin().get(CONNECTIONS + "/frozen").jsonPath().getString("find { it.username == 'rep.west.7' }.id");
            admin().post(CONNECTIONS + "/" + id + "/unfreeze").then().statusCode(204);

            Mcp.call(token, "getUserInfo", Json.object()).statusCode(200);
            admin().post(CONNECTIONS + "/" + id + "/unfreeze").then().statusCode(404);
            assertThat(ServerSide.rows("SELECT event_type, method FROM gatehouse.audit_event WHERE grant_id = '" + id + "' AND method IN ('alert.raise', 'connection.freeze', 'connection.unfreeze') ORDER BY id"))
                    .containsExactly(List.of("OAuth", "connection.freeze"), List.of("Alert", "alert.raise"), List.of("OAuth", "connection.unfreeze"));
        }
    }

    @Test
    void anAdministratorFreezesAConnectionByHand() {
        String token = Agent.tokenOf("rep.west.8");
        Mcp.call(token, "getUserInfo", Json.object()).statusCode(200);
        String id = admin().get(CONNECTIONS + "?limit=1000").jsonPath().getString("find { it.username == 'rep.west.8' }.id");

        admin().post(CONNECTIONS + "/" + id + "/freeze").then().statusCode(204);

        Mcp.call(token, "getUserInfo", Json.object()).statusCode(401);
        admin().get(CONNECTIONS + "/frozen").then().body("find { it.id == '" + id + "' }.frozenBy", equalTo("admin"));
        admin().post(CONNECTIONS + "/" + id + "/unfreeze").then().statusCode(204);
        Mcp.call(token, "getUserInfo", Json.object()).statusCode(200);
        admin().post(CONNECTIONS + "/nothing/freeze").then().statusCode(404);
    }

    @Test
    void whatIsWrongWithAnAlertIsSaid() {
        admin().body("{\"name\": \"X\", \"threshold\": 1, \"minutes\": 1}").post(ALERTS).then().statusCode(400).body(containsString("small letters"));
        admin().body("{\"name\": \"x\", \"threshold\": 1, \"minutes\": 1, \"search\": {\"from\": \"now\"}}").post(ALERTS).then().statusCode(400)
                .body(containsString("There is no member from here."));
        given().auth().oauth2(Agent.tokenOf("rep.west.1")).get(ALERTS).then().statusCode(401);
    }

    private void create(String members) {
        admin().body("{\"name\": \"" + NAME + "\", " + members + "}").post(ALERTS).then().statusCode(201);
    }

    private RequestSpecification admin() {
        return given().auth().oauth2(api).contentType(ContentType.JSON);
    }
}
