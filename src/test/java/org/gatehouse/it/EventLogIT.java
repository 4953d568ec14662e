package org.gatehouse.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.gatehouse.platform.json.Json;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every call leaves one event, allowed or refused. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class EventLogIT {
    private static final String COLUMNS =
            "event_type, username, client_id, server, method, tool, objects, rows_returned, outcome, error_code, client_address";

    private static final String API = Server.URL + "/api/v1";

    @Deployment(testable = false)
    static WebArchive serverSide() {
        return ServerSide.deployment();
    }

    @Test
    void recordsWhoDidWhatThroughWhat() {
        String token = Agent.tokenOf("rep.west.3");
        long before = count();

        String requestId = Mcp.query(token, "SELECT Name, Owner.Name FROM Account LIMIT 3").extract().header("X-Request-Id");

        assertThat(count()).isEqualTo(before + 1);
        assertThat(event(requestId)).containsExactly(
                "ApiTotalUsage", "rep.west.3", "inspector", Server.READS, "tools/call", "soqlQuery", "Account,User", "3", "SUCCESS", "",
                "127.0.0.1");
    }

    @Test
    void recordsARefusedQuery() {
        String token = Agent.tokenOf("rep.west.3");

        String requestId = Mcp.query(token, "SELECT AnnualRevenue FROM Account").extract().header("X-Request-Id");

        assertThat(event(requestId)).contains("REFUSED", "INVALID_FIELD");
    }

    @Test
    void recordsARefusedServerAToolThatIsNotThereAndABrokenMessage() {
        String token = Agent.tokenOf("rep.west.3");

        String server = Mcp.list(token, "platform/object-all").extract().header("X-Request-Id");
        String tool = Mcp.call(token, "inventRecord", Json.object()).extract().header("X-Request-Id");
        String broken = Mcp.request(token, "tools/list").body("{").post(Server.mcp(Server.READS)).header("X-Request-Id");

        assertThat(event(server)).contains("REFUSED", "NOT_FOUND");
        assertThat(event(tool)).contains("REFUSED", "inventRecord");
        assertThat(event(broken)).contains("REFUSED", "rep.west.3");
    }

    @Test
    void u02ALoadLeavesAsManyRowsAsRequestsOneForEachRequestId() throws Exception {
        String token = Agent.tokenOf("rep.west.3");
        List<CompletableFuture<String>> sent = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 200; i++) {
                String query = i % 4 == 0 ? "SELECT AnnualRevenue FROM Account" : "SELECT Id FROM Account LIMIT 1";
                sent.add(CompletableFuture.supplyAsync(() -> Mcp.query(token, query).extract().header("X-Request-Id"), callers));
            }
        }
        Set<String> ids = sent.stream().map(CompletableFuture::join).collect(Collectors.toSet());

        List<List<String>> rows = ServerSide.rows("SELECT request_id, COUNT(*) FROM gatehouse.audit_event WHERE username = 'rep.west.3' AND tool = 'soqlQuery' GROUP BY request_id");

        assertThat(ids).hasSize(200);
        assertThat(rows.stream().filter(row -> ids.contains(row.getFirst()))).hasSize(200).allSatisfy(row -> assertThat(row.get(1)).isEqualTo("1"));
    }

    @Test
    void u13WhatAQueryComparesAHiddenFieldWithIsInNoColumnAndNoFile() {
        String token = Agent.tokenOf("rep.west.3");

        Mcp.query(token, "SELECT Id FROM Account WHERE AnnualRevenue = 7654321.09 OR Name = 'CANARY-OF-U13'");
        Mcp.query(token, "SELECT Id FROM Account WHERE Name = 'CANARY-OF-U13'");

        String rows = ServerSide.rows("SELECT * FROM gatehouse.audit_event").toString();
        String path = given().spec(admin()).get(API + "/event-log-files?eventType=ApiTotalUsage").then().statusCode(200).extract().path("[0].logFile");
        String csv = given().spec(admin()).get(Server.URL + path).then().statusCode(200).extract().asString();
        assertThat(rows).contains("soqlQuery").doesNotContain("7654321", "CANARY-OF-U13");
        assertThat(csv).contains("soqlQuery").doesNotContain("7654321", "CANARY-OF-U13");
        given().auth().oauth2(token).get(API + "/events").then().statusCode(401);
    }

    @Test
    void leavesOneEventPerRequestId() {
        List<List<String>> twice = ServerSide.rows("SELECT MIN(method), MAX(method), MIN(api_resource), MIN(outcome), COUNT(*) FROM gatehouse.audit_event WHERE event_type = 'ApiTotalUsage' GROUP BY request_id HAVING COUNT(*) > 1");

        assertThat(twice).isEmpty();
    }

    @Test
    void eachChangeOverTheInterfaceLeavesWhatWasThereBeforeAndAfter() {
        makeChangeAndDelete("ItTrail");

        List<List<String>> trail = ServerSide.rows("SELECT method, username, client_id, before_value, after_value FROM gatehouse.audit_event"
                + " WHERE event_type = 'PermissionUpdate' AND objects = 'ItTrail' ORDER BY id");

        assertThat(trail).extracting(List::getFirst).containsExactly("permission-set.create", "permission-set.change", "permission-set.delete");
        assertThat(trail.get(1).get(1)).isEqualTo("admin");
        assertThat(trail.get(1).get(3)).contains("\"label\":\"Before\"").doesNotContain("ItTrail");
        assertThat(trail.get(1).get(4)).contains("\"label\":\"After\"");
        assertThat(trail.get(2).get(4)).isEmpty();
    }

    @Test
    void noChangeOverTheInterfaceIsWithoutATrail() {
        makeChangeAndDelete("ItTold");

        List<List<String>> untold = ServerSide.rows("SELECT DISTINCT c.method FROM gatehouse.audit_event c WHERE c.event_type = 'ApiTotalUsage'"
                + " AND c.api_family = 'REST' AND c.http_method IN ('POST', 'PUT', 'DELETE') AND c.outcome = 'SUCCESS'"
                + " AND NOT EXISTS (SELECT 1 FROM gatehouse.audit_event t WHERE t.request_id = c.request_id AND t.event_type <> 'ApiTotalUsage')");

        // Acts that change no setting, and saves of what was there already.
        assertThat(untold).extracting(List::getFirst).isSubsetOf(
                "user.unlock", "event.verify", "connection.diagnose", "imported-service.preview", "setup.plan", "server.approvals.change", "server.activate", "server.deactivate", "client.unblock", "client.block", "network.change", "profile.network.change", "client.introspects.change",
                // Leaves an event of its own kind where it changed anything.
                "memberships.recalculate");
    }

    @Test
    void stepsOfOAuthAndSignInsAreEvents() {
        Agent agent = new Agent(Server.READS);
        agent.connect(new Person("rep.west.1"), "mcp_api.read refresh_token");

        assertThat(ServerSide.rows("SELECT DISTINCT method FROM gatehouse.audit_event WHERE event_type = 'OAuth' AND outcome = 'SUCCESS'"))
                .extracting(List::getFirst)
                .contains("consent.approve", "token.issue");
        assertThat(ServerSide.rows("SELECT username, method, api_resource FROM gatehouse.audit_event WHERE event_type = 'Login' AND outcome = 'SUCCESS'"))
                .contains(List.of("rep.west.1", "password", "/login"));
    }

    @Test
    void anAuditorFetchesTheFileOfThisHour() {
        Mcp.query(Agent.tokenOf("rep.west.3"), "SELECT Id FROM Account LIMIT 1").statusCode(200);
        RequestSpecification admin = admin();

        String path = given().spec(admin).get(API + "/event-log-files?eventType=ApiTotalUsage").then().statusCode(200)
                .body("[0].fieldNames", hasItems("EVENT_TYPE", "MCP_TOOL")).extract().path("[0].logFile");
        String csv = given().spec(admin).get(Server.URL + path).then().statusCode(200)
                .header("Content-Disposition", containsString("attachment")).contentType("text/csv").extract().asString();

        assertThat(csv.lines().findFirst().orElseThrow()).startsWith("\"EVENT_TYPE\",\"TIMESTAMP\",\"REQUEST_ID\"");
        assertThat(csv).contains("\"rep.west.3\"").contains("\"GATEHOUSE_HOSTED_MCP\"").contains("\"soqlQuery\"");
        given().spec(admin).get(API + "/event-log-files/nothing/log-file").then().statusCode(404);
        given().spec(admin).get(API + "/event-log-files?from=yesterday").then().statusCode(400).body("violations.location", hasItem("from"));
        given().spec(admin).get(API + "/events?username=rep.west.3&tool=soqlQuery&limit=1").then().statusCode(200).body("size()", equalTo(1));
    }

    @Test
    void u14ReadingTheLogTakesAPermissionAndIsAnEvent() {
        given().spec(admin()).get(API + "/event-log-files").then().statusCode(200);
        long read = Long.parseLong(ServerSide.rows(
                "SELECT COUNT(*) FROM gatehouse.audit_event WHERE method = 'event-log-file.list' AND username = 'admin' AND outcome = 'SUCCESS'").getFirst().getFirst());

        assertThat(read).isPositive();
    }

    @Test
    void u07TheVerifierNamesAnEventThatTheOwnerOfTheDatabaseChanged() {
        RequestSpecification admin = admin();
        given().spec(admin).post(API + "/events/verification").then().statusCode(200).body("intact", equalTo(true)).body("chains[0].endConfirmed", equalTo(true));
        int id = Integer.parseInt(ServerSide.rows("SELECT MIN(event_id) FROM gatehouse.audit_link").getFirst().getFirst());
        String type = ServerSide.rows("SELECT event_type FROM gatehouse.audit_event WHERE id = " + id).getFirst().getFirst();

        ServerSide.change("UPDATE gatehouse.audit_event SET event_type = 'Logout' WHERE id = " + id);
        try {
            given().spec(admin).post(API + "/events/verification").then().statusCode(200)
                    .body("intact", equalTo(false)).body("firstFault.kind", equalTo("EVENT_CHANGED")).body("firstFault.eventId", equalTo(id));
        } finally {
            ServerSide.change("UPDATE gatehouse.audit_event SET event_type = '" + type + "' WHERE id = " + id);
        }
        given().spec(admin).post(API + "/events/verification").then().statusCode(200).body("intact", equalTo(true));
    }

    /** A permission set that is made, changed and deleted. */
    private static void makeChangeAndDelete(String name) {
        RequestSpecification admin = admin();
        String set = "{\"name\": \"" + name + "\", \"label\": \"%s\", \"objects\": {}%s}";
        given().spec(admin).body(set.formatted("Before", "")).post(API + "/permission-sets").then().statusCode(201);
        given().spec(admin).body(set.formatted("After", ", \"version\": 1")).put(API + "/permission-sets/" + name).then().statusCode(200);
        given().spec(admin).delete(API + "/permission-sets/" + name + "?version=2").then().statusCode(204);
    }

    private static RequestSpecification admin() {
        String token = Agent.automation().connect(new Person("admin"), "api").getTokens().getAccessToken().getValue();
        return given().auth().oauth2(token).contentType(ContentType.JSON).accept("application/json, application/problem+json, text/csv");
    }

    private static long count() {
        return Long.parseLong(ServerSide.rows("SELECT COUNT(*) FROM gatehouse.audit_event").getFirst().getFirst());
    }

    private static List<String> event(String requestId) {
        List<List<String>> events =
                ServerSide.rows("SELECT " + COLUMNS + " FROM gatehouse.audit_event WHERE request_id = '" + requestId + "'");
        assertThat(events).as("events of " + requestId).hasSize(1);
        return events.getFirst();
    }
}
