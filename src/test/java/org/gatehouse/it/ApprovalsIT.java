package org.gatehouse.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gatehouse.platform.json.Json;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A call that waits for its person, from the agent's side and from the person's. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ApprovalsIT {
    private static final String MUTATIONS = "platform/object-mutations";
    private static final String DELETES = "platform/object-deletes";
    private static final String API = Server.URL + "/api/v1/servers/" + DELETES + "/approvals";

    @Deployment(testable = false)
    static WebArchive serverSide() {
        return ServerSide.deployment();
    }

    @BeforeAll
    static void activate() throws Exception {
        Jmx.activate(MUTATIONS, true);
        Jmx.activate(DELETES, true);
    }

    @AfterAll
    static void deactivate() throws Exception {
        Jmx.activate(MUTATIONS, false);
        Jmx.activate(DELETES, false);
    }

    @Test
    void anAgentDeletesWhatItsPersonHasSeenAndApproved() throws Exception {
        String id = call(token(MUTATIONS), MUTATIONS, "createRecord", "{\"objectName\": \"Account\", \"body\": {\"Name\": \"It <b>approval</b>\"}}")
                .at("/structuredContent/results/0/id").asText();
        given().spec(admin()).get(API).then().statusCode(200).body("scope", equalTo("DESTRUCTIVE"));
        String agent = token(DELETES);
        String delete = "{\"objectName\": \"Account\", \"id\": \"" + id + "\"}";

        JsonNode asked = call(agent, DELETES, "deleteRecord", delete);
        JsonNode error = Json.read(asked.at("/content/0/text").asText().getBytes(StandardCharsets.UTF_8));
        assertThat(asked.path("isError").asBoolean()).isTrue();
        assertThat(error.at("/0/errorCode").asText()).isEqualTo("APPROVAL_REQUIRED");
        assertThat(error.at("/0/location").asText()).isEqualTo(Server.URL + "/approvals");
        assertThat(deleted(id)).isEqualTo("FALSE");

        var colleague = new Person("rep.west.3");
        colleague.signIn();
        assertThat(colleague.open(Server.at("/approvals")).body()).contains("No call waits for you.");

        var person = new Person("rep.west.1");
        person.signIn();
        var page = person.open(Server.at("/approvals"));
        assertThat(Jsoup.parse(page.body()).text()).contains("Delete records").contains("It <b>approval</b> (" + id + ") is deleted").contains("inspector");
        assertThat(Jsoup.parse(page.body()).select("main b")).as("what an agent wrote is text").isEmpty();
        assertThat(person.press(page, "Approve this call", Map.of()).body()).contains("You have approved this call");
        assertThat(deleted(id)).as("approved, not done").isEqualTo("FALSE");

        assertThat(call(agent, DELETES, "deleteRecord", delete).at("/structuredContent/success").asBoolean()).isTrue();
        assertThat(deleted(id)).isEqualTo("TRUE");
        assertThat(person.open(Server.at("/approvals")).body()).contains("No call waits for you.");
        assertThat(ServerSide.rows("SELECT method, username, server, tool, outcome FROM gatehouse.audit_event WHERE method LIKE 'approval.%'"))
                .contains(List.of("approval.approve", "rep.west.1", DELETES, "deleteRecord", "SUCCESS"));
    }

    @Test
    void anOfficialClientThatOpensPagesShowsThePersonTheirs() throws Exception {
        String id = call(token(MUTATIONS), MUTATIONS, "createRecord", "{\"objectName\": \"Account\", \"body\": {\"Name\": \"It elicited\"}}")
                .at("/structuredContent/results/0/id").asText();
        JsonNode seen = new TypeScriptClient("v2-auto").callWithApproval(
                new Person("rep.west.1"), DELETES,
                Json.literal("{\"name\": \"deleteRecord\", \"arguments\": {\"objectName\": \"Account\", \"id\": \"" + id + "\"}}"));

        assertThat(seen.path("isError").asBoolean()).as(seen.toString()).isFalse();
        assertThat(seen.at("/result/success").asBoolean()).isTrue();
        assertThat(seen.at("/shown")).hasSize(1);
        assertThat(seen.at("/shown/0/mode").asText()).isEqualTo("url");
        assertThat(deleted(id)).isEqualTo("TRUE");
    }

    @Test
    void aRefusalIsToldToTheAgent() {
        String id = call(token(MUTATIONS), MUTATIONS, "createRecord", "{\"objectName\": \"Account\", \"body\": {\"Name\": \"It refused\"}}")
                .at("/structuredContent/results/0/id").asText();
        String agent = token(DELETES);
        String delete = "{\"objectName\": \"Account\", \"id\": \"" + id + "\"}";
        call(agent, DELETES, "deleteRecord", delete);
        var person = new Person("rep.west.1");
        person.signIn();
        person.press(person.open(Server.at("/approvals")), "Refuse", Map.of());

        assertThat(call(agent, DELETES, "deleteRecord", delete).at("/content/0/text").asText()).contains("INSUFFICIENT_ACCESS").contains("has refused this call");
        assertThat(deleted(id)).isEqualTo("FALSE");
    }

    @Test
    void aPolicyNamesWhatTheServerHas() {
        RequestSpecification admin = admin();

        given().spec(admin).body("{\"tools\": [\"nothing\"]}").put(API).then().statusCode(400).body("violations.location", hasItem("/tools"));
        given().spec(admin).body("{\"scope\": \"ALL\"}").put(API).then().statusCode(400).body("violations.location", hasItem("/scope"));
        given().spec(admin).get(API.replace("deletes", "nothing")).then().statusCode(404);
        given().spec(admin).get(API).then().statusCode(200).body("scope", equalTo("DESTRUCTIVE"));
    }

    @Test
    void whoIsNotSignedInIsLedToTheSignIn() {
        assertThat(new Person("nobody").open(Server.at("/approvals")).uri().getPath()).isEqualTo("/login");
    }

    private static String deleted(String id) {
        return ServerSide.rows("SELECT is_deleted FROM records.account WHERE id = '" + id + "'").getFirst().getFirst().toUpperCase(Locale.ROOT);
    }

    private static String token(String server) {
        return new Agent(server).connect(new Person("rep.west.1"), "mcp_api").getTokens().getAccessToken().getValue();
    }

    private static JsonNode call(String token, String server, String tool, String arguments) {
        try {
            return Json.read(Mcp.call(token, server, tool, Json.literal(arguments)).statusCode(200).extract().asByteArray()).path("result");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static RequestSpecification admin() {
        String token = Agent.automation().connect(new Person("admin"), "api").getTokens().getAccessToken().getValue();
        return given().auth().oauth2(token).contentType(ContentType.JSON).accept("application/json, application/problem+json");
    }
}
