package org.gatehouse.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.id.ClientID;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A query of an agent that the database works on at the moment at which the connection ends; attacks R02 and V10 for calls that are under way. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class RunningStatementsIT {
    /** The rule is one second. A slow machine gets more, and yet much less than the half minute after which a query ends by itself. */
    private static final Duration BOUND = Duration.ofSeconds(8);

    private static final String CLIENT = "it-slow";
    private static final String VIEW = "slow.journey";

    private RequestSpecification admin = given();

    /** Who ends the connection, and how. */
    enum End {
        THE_CLIENT_GIVES_ITS_TOKEN_BACK,
        AN_ADMINISTRATOR_ENDS_IT,
        IT_IS_FROZEN,
        ALL_OF_THE_APP_END,
        THE_APP_IS_BLOCKED,
        THE_PERSON_IS_DISABLED,
        THE_APP_LOSES_THE_SERVER
    }

    @Deployment(testable = false)
    static WebArchive serverSide() {
        return ServerSide.deployment();
    }

    /** A view of as many rows as nobody can count in an hour, mapped as an object that people may read. */
    @BeforeAll
    void mapAnEndlessView() {
        admin = given().baseUri(Server.URL).basePath("/api/v1").auth().oauth2(Agent.adminToken()).contentType("application/json");
        ServerSide.change("CREATE SCHEMA slow");
        ServerSide.change("CREATE VIEW " + VIEW + " AS SELECT CAST(a.x AS VARCHAR(20)) AS id, CAST(b.x AS INTEGER) AS step"
                + " FROM SYSTEM_RANGE(1, 1000000) AS a(x), SYSTEM_RANGE(1, 1000000) AS b(x)");
        String view = given().spec(admin).get("/tables").then().statusCode(200).extract().path("table.find { it.equalsIgnoreCase('" + VIEW + "') }");
        Map<String, Object> proposed = given().spec(admin).get("/tables/" + view + "/proposal").then().statusCode(200).extract().jsonPath().getMap("object");
        proposed.put("keyColumn", ServerSide.rows("SELECT column_name FROM information_schema.columns WHERE LOWER(table_name) = 'journey' AND ordinal_position = 1")
                .getFirst().getFirst());
        given().spec(admin).body(proposed).post("/objects").then().statusCode(201);
        ServerSide.change("INSERT INTO gatehouse.object_permission (permission_set_id, object_name, can_read, can_create, can_edit, can_delete,"
                + " view_all, modify_all, view_all_fields) SELECT permission_set_id, '" + proposed.get("name") + "', TRUE, FALSE, FALSE, FALSE, TRUE, FALSE, TRUE"
                + " FROM gatehouse.object_permission WHERE object_name = 'Account' AND NOT modify_all");
        Api.asAdmin().create(CLIENT, "none").statusCode(201);
    }

    @AfterAll
    void unmapIt() {
        int version = given().spec(admin).get("/objects/Journey").then().statusCode(200).extract().path("version");
        given().spec(admin).delete("/objects/Journey?version=" + version).then().statusCode(204);
        ServerSide.change("DROP SCHEMA slow CASCADE");
    }

    @ParameterizedTest
    @EnumSource
    void v10r02AStatementThatRunsIsCancelledAndItsCallRefused(End end) throws Exception {
        String token = new Agent(new ClientID(CLIENT), Server.READS).connect(new Person("rep.west.5"), "mcp_api.read").getTokens().getAccessToken().getValue();
        CompletableFuture<String> call = call(token);
        await("the database works on it", Duration.ofMinutes(1), () -> !running().isEmpty() || call.isDone());
        assertThat(call).as("still waits").isNotDone();

        end(end, token);

        try {
            String answer = call.get(BOUND.toSeconds(), TimeUnit.SECONDS);
            assertThat(answer).as("the call's answer").contains("401", "The connection ended while the call was running. Connect again.");
            await("the database has let go", BOUND, () -> running().isEmpty());
            Mcp.list(token, Server.READS).statusCode(401);
        } finally {
            undo(end);
        }
    }

    private void end(End end, String token) {
        switch (end) {
            case THE_CLIENT_GIVES_ITS_TOKEN_BACK ->
                given().formParam("token", token).formParam("client_id", CLIENT).post(Server.at("/oauth2/revoke")).then().statusCode(200);
            case AN_ADMINISTRATOR_ENDS_IT -> {
                List<String> open = given().spec(admin).get("/connections?client=" + CLIENT).then().statusCode(200).extract().path("id");
                open.forEach(id -> given().spec(admin).delete("/connections/" + id).then().statusCode(204));
            }
            case IT_IS_FROZEN -> {
                List<String> open = given().spec(admin).get("/connections?client=" + CLIENT).then().statusCode(200).extract().path("id");
                open.forEach(id -> given().spec(admin).post("/connections/" + id + "/freeze").then().statusCode(204));
            }
            case ALL_OF_THE_APP_END -> given().spec(admin).body(Map.of("client", CLIENT)).post("/revocations").then().statusCode(202);
            case THE_APP_IS_BLOCKED -> given().spec(admin).post("/clients/" + CLIENT + "/block").then().statusCode(200);
            case THE_PERSON_IS_DISABLED -> ServerSide.change("UPDATE gatehouse.app_user SET active = FALSE WHERE username = 'rep.west.5'");
            case THE_APP_LOSES_THE_SERVER -> reach("platform/object-all");
        }
    }

    private void undo(End end) {
        switch (end) {
            case THE_CLIENT_GIVES_ITS_TOKEN_BACK, AN_ADMINISTRATOR_ENDS_IT, ALL_OF_THE_APP_END -> { }
            case IT_IS_FROZEN -> {
                List<String> frozen = given().spec(admin).get("/connections/frozen").then().statusCode(200).extract().path("findAll { it.username == 'rep.west.5' }.id");
                frozen.forEach(id -> given().spec(admin).post("/connections/" + id + "/unfreeze"));
            }
            case THE_APP_IS_BLOCKED -> given().spec(admin).post("/clients/" + CLIENT + "/unblock").then().statusCode(200);
            case THE_PERSON_IS_DISABLED -> ServerSide.change("UPDATE gatehouse.app_user SET active = TRUE WHERE username = 'rep.west.5'");
            case THE_APP_LOSES_THE_SERVER -> reach("platform/object-reads");
        }
    }

    private void reach(String server) {
        Map<String, Object> client = given().spec(admin).get("/clients/" + CLIENT).then().statusCode(200).extract().jsonPath().getMap("");
        client.put("servers", List.of(Map.of("name", server)));
        given().spec(admin).body(client).put("/clients/" + CLIENT).then().statusCode(200);
    }

    private static CompletableFuture<String> call(String token) {
        return CompletableFuture.supplyAsync(() -> {
            var answer = Mcp.query(token, "SELECT COUNT() FROM Journey WHERE Step > 0").extract();
            return answer.statusCode() + " " + answer.asString();
        }, task -> Thread.ofPlatform().daemon().start(task));
    }

    /** What the database says that it works on. */
    private static List<List<String>> running() {
        return ServerSide.rows("SELECT executing_statement FROM information_schema.sessions"
                + " WHERE executing_statement LIKE '%journey%' AND session_id <> SESSION_ID()");
    }

    private static void await(String what, Duration bound, BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(bound);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("not in time: " + what).isBefore(end);
            Thread.sleep(50);
        }
    }
}
