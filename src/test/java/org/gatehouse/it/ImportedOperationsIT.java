package org.gatehouse.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.oneOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.gatehouse.orders.Orders;
import org.gatehouse.platform.json.Json;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A REST service beside Gatehouse, imported by an administrator and called by agents as their persons. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ImportedOperationsIT {
    private static final String API = Server.URL + "/api/v1";
    private static final String SERVICES = API + "/imported-services";
    private static final String SERVER = "custom/ItOrders";

    @Deployment(name = "server-side", testable = false)
    static WebArchive serverSide() {
        return ServerSide.deployment();
    }

    @Deployment(name = "orders", testable = false)
    static WebArchive orders() {
        return Orders.deployment();
    }

    @BeforeAll
    static void importAndOffer() {
        RequestSpecification admin = admin();
        given().spec(admin).body(description().toString()).post(SERVICES + "/preview").then().statusCode(200).body("operations.tool", hasItem("listOrders"));
        given().spec(admin).body(service("orders", Server.URL + Orders.PATH).toString()).post(SERVICES).then().statusCode(201)
                .body("tools.tool", equalTo(List.of("orders_listOrders", "orders_createOrder", "orders_getOrder")));
        String document = """
                {"name": "ItOrders", "document": {"title": "Orders", "instructions": "Orders of the person.",
                 "tools": [{"tool": "orders_listOrders", "name": "myOrders"}, {"tool": "orders_createOrder"}, {"tool": "orders_getOrder"}]}}""";
        given().spec(admin).body(document).post(API + "/custom-servers").then().statusCode(201);
        given().spec(admin).post(API + "/custom-servers/ItOrders/publish?version=1").then().statusCode(200);
        given().spec(admin).post(API + "/servers/" + SERVER + "/activate").then().statusCode(200);
    }

    @AfterAll
    static void remove() {
        RequestSpecification admin = admin();
        given().spec(admin).delete(SERVICES + "/orders?version=1").then().statusCode(409);
        given().spec(admin).post(API + "/servers/" + SERVER + "/deactivate").then().statusCode(200);
        given().spec(admin).delete(API + "/custom-servers/ItOrders?version=1").then().statusCode(204);
        given().spec(admin).delete(SERVICES + "/orders?version=1").then().statusCode(204);
    }

    @Test
    void theServiceAnswersEachPersonAsThemselves() {
        JsonNode one = call(token("rep.west.1"), "myOrders", "{}");
        JsonNode other = call(token("admin"), "myOrders", "{}");

        assertThat(one.at("/structuredContent/items/0/owner").asText()).as(one.toString()).isEqualTo("rep.west.1");
        assertThat(other.at("/structuredContent/items/0/owner").asText()).isEqualTo("admin");
        assertThat(ServerSide.rows("SELECT DISTINCT tool, outcome FROM gatehouse.audit_event WHERE server = '" + SERVER + "' AND tool = 'myOrders'"))
                .containsExactly(List.of("myOrders", "SUCCESS"));
    }

    @Test
    void aChangeNeedsThePersonsApprovalWhereThePolicySaysSo() throws Exception {
        RequestSpecification admin = admin();
        given().spec(admin).body("{\"scope\": \"CHANGES\"}").put(API + "/servers/" + SERVER + "/approvals").then().statusCode(200);
        try {
            String agent = token("rep.west.1");
            String order = "{\"body\": {\"note\": \"two chairs\"}}";

            assertThat(call(agent, "orders_createOrder", order).at("/content/0/text").asText()).contains("APPROVAL_REQUIRED");
            assertThat(call(agent, "myOrders", "{}").toString()).as("a read needs none, and nothing was made").doesNotContain("two chairs");
            var person = new Person("rep.west.1");
            person.signIn();
            person.press(person.open(Server.at("/approvals")), "Approve this call", Map.of());

            assertThat(call(agent, "orders_createOrder", order).at("/structuredContent/note").asText()).isEqualTo("two chairs");
            assertThat(call(agent, "myOrders", "{}").toString()).contains("two chairs");
            assertThat(call(token("admin"), "myOrders", "{}").toString()).as("another person's").doesNotContain("two chairs");
        } finally {
            given().spec(admin).body("{}").put(API + "/servers/" + SERVER + "/approvals").then().statusCode(200);
        }
    }

    @Test
    void aRefusalOfTheServiceReachesTheAgentAndTheEventLog() {
        JsonNode refused = call(token("rep.west.1"), "orders_getOrder", "{\"id\": 4711}");

        assertThat(refused.path("isError").asBoolean()).isTrue();
        assertThat(refused.at("/content/0/text").asText()).contains("SERVICE_REFUSED", "status 404");
        assertThat(ServerSide.rows("SELECT outcome, status_code, error_code FROM gatehouse.audit_event WHERE server = '" + SERVER + "' AND tool = 'orders_getOrder'"))
                .contains(List.of("REFUSED", "404", "SERVICE_REFUSED"));
    }

    @Test
    void theServiceTakesNoTokenOfAnAgent() {
        given().auth().oauth2(token("rep.west.1")).get(Server.at(Orders.PATH + "/orders")).then().statusCode(oneOf(401, 403));
        given().get(Server.at(Orders.PATH + "/orders")).then().statusCode(401);
    }

    @Test
    void aHostThatTheOperatorDidNotListIsRefused() {
        RequestSpecification admin = admin();
        for (String url : List.of("https://elsewhere.example/api", "http://localhost:9990/management", "http://169.254.169.254/latest", "http://127.0.0.1:1/x")) {
            given().spec(admin).body(service("elsewhere", url).toString()).post(SERVICES).then().statusCode(400).body("violations.location", hasItem("/baseUrl"));
        }
        given().spec(admin).get(SERVICES + "/elsewhere").then().statusCode(404);
    }

    @Test
    void nobodyImportsWithoutAToken() {
        given().contentType(ContentType.JSON).body(service("nobody", Server.URL + Orders.PATH).toString()).post(SERVICES).then().statusCode(401);
        given().auth().oauth2(token("admin")).contentType(ContentType.JSON).body(service("nobody", Server.URL + Orders.PATH).toString()).post(SERVICES).then().statusCode(401);
    }

    private static ObjectNode description() {
        return Json.object().put("description", Orders.DESCRIPTION);
    }

    private static ObjectNode service(String name, String url) {
        ObjectNode service = description().put("name", name).put("baseUrl", url).put("audience", Orders.AUDIENCE);
        ArrayNode operations = service.putArray("operations");
        List.of("GET /orders", "POST /orders", "GET /orders/{id}").forEach(key -> operations.addObject().put("operation", key));
        return service;
    }

    private static String token(String username) {
        return new Agent(SERVER).connect(new Person(username), "mcp_api").getTokens().getAccessToken().getValue();
    }

    private static JsonNode call(String token, String tool, String arguments) {
        try {
            return Json.read(Mcp.call(token, SERVER, tool, Json.literal(arguments)).statusCode(200).extract().asByteArray()).path("result");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static RequestSpecification admin() {
        String token = Agent.automation().connect(new Person("admin"), "api").getTokens().getAccessToken().getValue();
        return given().auth().oauth2(token).contentType(ContentType.JSON).accept("application/json, application/problem+json");
    }
}
