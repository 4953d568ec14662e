package org.gatehouse.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.remote.JMXConnector;
import org.gatehouse.platform.json.Json;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Limits as an administrator sets them, an agent meets them, an operator lifts them and an auditor reads of them. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class LimitsIT {
    private static final String LIMITS = Server.URL + "/api/v1/limits";
    private static final String PERSON = "manager.west";
    private static final String NAME = "wire-test";

    private final String api = Agent.adminToken();

    @Deployment(testable = false)
    static WebArchive serverSide() {
        return ServerSide.deployment();
    }

    @AfterEach
    void takeAway() {
        if (admin().get(LIMITS + "/" + NAME).statusCode() == 200) {
            int version = admin().get(LIMITS + "/" + NAME).jsonPath().getInt("version");
            admin().delete(LIMITS + "/" + NAME + "?version=" + version).then().statusCode(204);
        }
    }

    @Test
    void aCallTooManyIs429ForThatPersonOnlyUntilAnOperatorLiftsIt() throws Exception {
        create("\"measure\": \"CALLS\", \"size\": 2, \"window\": \"DAY\"");
        String token = Agent.tokenOf(PERSON);
        Mcp.call(token, "getUserInfo", Json.object()).statusCode(200);
        Mcp.call(token, "getUserInfo", Json.object()).statusCode(200);

        String wait = Mcp.call(token, "getUserInfo", Json.object())
                .statusCode(429)
                .contentType(ContentType.JSON)
                .body("id", equalTo(1))
                .body("error.data.limit", equalTo(NAME))
                .body("error.message", containsString("The limit " + NAME + " allows 2 calls a day."))
                .extract().header("Retry-After");

        assertThat(Integer.parseInt(wait)).isBetween(1, 86_400);
        Mcp.list(token, Server.READS).statusCode(200);
        Mcp.call(Agent.tokenOf("rep.west.1"), "getUserInfo", Json.object()).statusCode(200);
        admin().get(LIMITS + "/usage?limit=" + NAME).then().statusCode(200)
                .body("used", equalTo(List.of(2, 1))).body("remaining", equalTo(List.of(0, 1))).body("[0].of.PERSON", equalTo(PERSON));
        lift(token);
    }

    private static void lift(String token) throws Exception {
        try (JMXConnector connector = Jmx.connect()) {
            MBeanServerConnection beans = connector.getMBeanServerConnection();
            ObjectName limits = new ObjectName("org.gatehouse:type=Limits");
            String[] signature = {String.class.getName(), String.class.getName()};
            assertThat((CompositeData[]) beans.getAttribute(limits, "Limits")).extracting(it -> it.get("name")).contains(NAME, "rows-per-person");
            assertThat(Stream.of((CompositeData[]) beans.getAttribute(limits, "Budgets")).filter(it -> NAME.equals(it.get("limit"))).toList())
                    .extracting(it -> it.get("ofWhom"), it -> it.get("used")).contains(tuple("PERSON=" + PERSON, 2L));
            assertThatThrownBy(() -> beans.invoke(limits, "resetBudget", new Object[] {NAME, "PERSON=nobody"}, signature))
                    .rootCause().hasMessage("Nothing was used of such a budget of the limit on this node.");

            beans.invoke(limits, "resetBudget", new Object[] {NAME, "PERSON=" + PERSON}, signature);
        }
        Mcp.call(token, "getUserInfo", Json.object()).statusCode(200);
        assertThat(ServerSide.rows("SELECT username, outcome FROM gatehouse.audit_event WHERE method = 'limit.reset' AND objects = '" + NAME + " PERSON=" + PERSON + "'"))
                .containsExactly(List.of("(operator over JMX)", "SUCCESS"));
    }

    @Test
    void u22TheEventsOfAFloodOf429AreOneWithTheExactNumber() throws Exception {
        create("\"measure\": \"CALLS\", \"size\": 1, \"window\": \"DAY\"");
        String token = Agent.tokenOf("rep.west.5");
        String counted = "SELECT SUM(COALESCE(occurrences, 1)), COUNT(*) FROM gatehouse.audit_event WHERE status_code = 429 AND error_code = 'REQUEST_LIMIT_EXCEEDED:" + NAME + "'"
                + " AND tool = 'find'";
        for (int i = 0; i < 41; i++) {
            Mcp.call(token, "find", Json.object().put("search", "FIND {Cedar} RETURNING Account"));
        }

        // Written with the end of the minute.
        Instant latest = Instant.now().plus(Duration.ofSeconds(90));
        while (!ServerSide.rows(counted).getFirst().getFirst().equals("40") && Instant.now().isBefore(latest)) {
            Thread.sleep(1_000);
        }

        List<String> found = ServerSide.rows(counted).getFirst();
        assertThat(found.getFirst()).isEqualTo("40");
        assertThat(Integer.parseInt(found.getLast())).as("one, or two where a minute ended meanwhile").isLessThanOrEqualTo(2);
    }

    @Test
    void rowsBeyondTheBudgetAreNotDeliveredAndTheModelReadsWhatToDo() {
        create("\"measure\": \"ROWS\", \"size\": 5, \"window\": \"DAY\"");
        String token = Agent.tokenOf(PERSON);
        Mcp.query(token, "SELECT Id FROM Account LIMIT 3").statusCode(200).body("result.isError", equalTo(false));

        Mcp.query(token, "SELECT Id FROM Account LIMIT 3").statusCode(200)
                .body("result.isError", equalTo(true))
                .body("result.content[0].text", containsString("REQUEST_LIMIT_EXCEEDED"))
                .body("result.content[0].text", containsString("The answer has 3 rows; 2 are left of the 5 rows a day"))
                .body("result", not(containsString("records")));
        Mcp.query(token, "SELECT Id FROM Account LIMIT 2").body("result.isError", equalTo(false));

        Mcp.query(token, "SELECT Id FROM Account LIMIT 1").body("result.content[0].text", containsString("Nothing is left of the 5 rows a day"));
    }

    @Test
    void changesALimitOnceAndOnlyIfItMeansSomething() {
        create("\"measure\": \"BYTES\", \"size\": 5000000, \"window\": \"HOUR\"");
        String changed = "{\"name\": \"" + NAME + "\", \"measure\": \"BYTES\", \"size\": 6000000, \"window\": \"HOUR\", \"version\": 1}";

        admin().get(LIMITS).then().statusCode(200).body("name", hasItems(NAME, "calls-per-connection", "rows-per-person"));
        admin().body(changed).put(LIMITS + "/" + NAME).then().statusCode(200).body("size", equalTo(6_000_000)).body("version", equalTo(2)).body("enabled", equalTo(true));
        admin().body(changed).put(LIMITS + "/" + NAME).then().statusCode(409).body("code", equalTo("CONFLICT"));
        admin().body(changed).put(LIMITS + "/other").then().statusCode(400);
        admin().body(changed.replace("BYTES", "APPLES")).put(LIMITS + "/" + NAME).then().statusCode(400);
        admin().body("{\"name\": \"more\", \"measure\": \"CALLS\", \"size\": 0, \"window\": \"DAY\", \"only\": {\"CLIENT\": \"nobodys\"}}").post(LIMITS).then().statusCode(400)
                .body("violations.location", hasItems("/size"));
        admin().get(LIMITS + "/nothing").then().statusCode(404);
        given().header("Authorization", "Bearer " + Agent.tokenOf(PERSON)).get(LIMITS).then().statusCode(401);
        assertThat(ServerSide.rows("SELECT before_value, after_value FROM gatehouse.audit_event WHERE event_type = 'SetupAuditTrail' AND method = 'limit.update' AND objects = '" + NAME + "'"))
                .containsExactly(List.of(
                        "{\"size\":5000000,\"only\":{\"CLIENT\":\"inspector\"},\"each\":[\"PERSON\"],\"version\":1}",
                        "{\"size\":6000000,\"only\":{},\"each\":[],\"version\":2}"));
    }

    private void create(String terms) {
        // For each person, because a budget of one person alone has nobody's name beside it.
        admin().body("{\"name\": \"" + NAME + "\", " + terms + ", \"only\": {\"CLIENT\": \"inspector\"}, \"each\": [\"PERSON\"]}")
                .post(LIMITS).then().statusCode(201).body("version", equalTo(1));
    }

    private RequestSpecification admin() {
        return given().header("Authorization", "Bearer " + api).contentType(ContentType.JSON);
    }
}
