package org.gatehouse.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.gatehouse.conformance.Fixture;
import org.gatehouse.platform.json.Json;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Streams on the wire: who hears what, and when it ends. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class McpStreamsIT {
    private static final String PERSON = "\"elicitation\": {}";

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private RequestSpecification admin;

    @Deployment(name = "fixture", testable = false)
    static WebArchive fixture() {
        return Fixture.deployment();
    }

    @Deployment(name = "server-side", testable = false)
    static WebArchive serverSide() {
        return ServerSide.deployment();
    }

    @BeforeAll
    void activate() {
        String token = Agent.automation().connect(new Person("admin"), "api").getTokens().getAccessToken().getValue();
        admin = given().baseUri(Server.URL).basePath("/api/v1").auth().oauth2(token).contentType("application/json");
        given().spec(admin).post("/servers/" + Fixture.SERVER + "/activate").then().statusCode(200);
    }

    @AfterAll
    void deactivate() {
        given().spec(admin).post("/servers/" + Fixture.SERVER + "/deactivate").then().statusCode(200);
    }

    @Test
    void x27AStreamEndsWithinASecondOfItsConnection() throws Exception {
        String token = token("rep.west.1");
        try (Streams stream = listen(token)) {
            given().formParam("token", token).formParam("client_id", "inspector").post(Server.at("/oauth2/revoke")).then().statusCode(200);
            Instant revoked = Instant.now();

            JsonNode last = stream.next();

            assertThat(Duration.between(revoked, Instant.now())).isLessThan(Duration.ofSeconds(1));
            assertThat(last.at("/result/resultType").asText()).isEqualTo("complete");
            assertThat(stream.next().isMissingNode()).isTrue();
        }
    }

    @Test
    void i11AStreamEndsWhenItsAddressIsNoLongerAllowed() throws Exception {
        try (Streams stream = listen(token("rep.west.1"))) {
            given().spec(admin).body("{\"ranges\": [{\"first\": \"192.0.2.0\", \"last\": \"192.0.2.255\"}], \"hours\": []}")
                    .put("/network/profiles/StandardUser").then().statusCode(200);
            Instant narrowed = Instant.now();

            assertThat(stream.next().at("/result/resultType").asText()).isEqualTo("complete");

            assertThat(Duration.between(narrowed, Instant.now())).isLessThan(Duration.ofSeconds(1));
        } finally {
            given().spec(admin).body("{\"ranges\": [], \"hours\": []}").put("/network/profiles/StandardUser").then().statusCode(200);
        }
    }

    @Test
    void aListenerHearsOfToolsThatComeAndGo() throws Exception {
        String token = token("rep.west.1");
        try (Streams stream = listen(token)) {
            call(token, "test_trigger_tool_change", Json.object()).close();

            assertThat(stream.next().path("method").asText()).isEqualTo("notifications/tools/list_changed");
        }
    }

    @Test
    void aClientThatClosesItsConnectionCancelsItsCall() throws Exception {
        String token = token("rep.west.1");
        Streams call;
        try (HttpClient own = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            // The answer of a call that takes its time begins after a while, so that the client's absence can be noticed.
            call = Streams.modern(own, token, Fixture.SERVER, Mcp.toolCall("slow_compute", Json.object().put("seconds", 100)), "slow_compute");
            call.close();
            own.shutdownNow();
        }

        awaitEvent("slow_compute", "CANCELLED");
    }

    @Test
    void x24ASessionCancelsItsOwnCallsOnly() throws Exception {
        String token = token("rep.west.1");
        String session = Streams.session(http, token, Fixture.SERVER, "");
        ObjectNode params = Json.object().put("name", "slow_compute");
        params.putObject("arguments").put("seconds", 100);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> answer = executor.submit(() -> {
                try (Streams call = Streams.inSession(http, token, Fixture.SERVER, session, Streams.message(5, "tools/call", params))) {
                    return call.status();
                }
            });
            ObjectNode cancel = Json.literal("{\"jsonrpc\": \"2.0\", \"method\": \"notifications/cancelled\", \"params\": {\"requestId\": 5}}");
            String others = token("rep.east.1");
            String other = Streams.session(http, others, Fixture.SERVER, "");
            for (int i = 0; i < 20; i++) {
                Streams.inSession(http, others, Fixture.SERVER, other, cancel).close();
                Thread.sleep(50);
            }
            assertThat(answer.isDone()).as("cancelled by somebody else").isFalse();

            // The call may not have begun yet, and then there is nothing to cancel.
            while (!answer.isDone()) {
                Streams.inSession(http, token, Fixture.SERVER, session, cancel).close();
                Thread.sleep(50);
            }

            assertThat(answer.get(10, TimeUnit.SECONDS)).as("nothing to read").isEqualTo(202);
        }
    }

    @Test
    void x16WhatASessionMissedIsPlayedToItsOwnClientOnly() throws Exception {
        String token = token("rep.west.1");
        String session = Streams.session(http, token, Fixture.SERVER, "");
        ObjectNode params = Json.object().put("name", "test_reconnection");
        params.putObject("arguments");
        String lastId;
        try (Streams call = Streams.inSession(http, token, Fixture.SERVER, session, Streams.message(9, "tools/call", params))) {
            assertThat(call.next().isMissingNode()).as("the server lets go").isTrue();
            lastId = call.lastId();
        }

        String others = token("rep.east.1");
        String otherSession = Streams.session(http, others, Fixture.SERVER, "");
        try (Streams foreign = Streams.get(http, others, Fixture.SERVER, session, lastId)) {
            assertThat(foreign.status()).isEqualTo(404);
        }
        try (Streams foreign = Streams.get(http, others, Fixture.SERVER, otherSession, lastId)) {
            assertThat(foreign.status()).as("a stream of its own").isEqualTo(200);
            Streams.inSession(http, others, Fixture.SERVER, otherSession, Streams.message(1, "tools/call", trigger())).close();
            assertThat(foreign.next().path("method").asText()).as("nothing of the other session").isEqualTo("notifications/tools/list_changed");
        }
        try (Streams own = Streams.get(http, token, Fixture.SERVER, session, lastId)) {
            JsonNode answer = own.next();
            assertThat(answer.path("id").asInt()).isEqualTo(9);
            assertThat(answer.at("/result/content/0/text").asText()).contains("Reconnection test completed");
        }
    }

    @Test
    void x30AClientThatDoesNotReadIsLeft() throws Exception {
        String token = token("rep.west.1");
        ObjectNode flood = Mcp.toolCall("flood", Json.object());
        ((ObjectNode) flood.at("/params/_meta")).put("io.modelcontextprotocol/logLevel", "debug");
        byte[] body = flood.toString().getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), Integer.getInteger("it.http.port")));
            String head = "POST /mcp/v1/" + Fixture.SERVER + " HTTP/1.1\r\nHost: localhost:" + Integer.getInteger("it.http.port") + "\r\nAuthorization: Bearer "
                    + token + "\r\nContent-Type: application/json\r\nAccept: application/json, text/event-stream\r\nMCP-Protocol-Version: " + Mcp.VERSION
                    + "\r\nMcp-Method: tools/call\r\nMcp-Name: flood\r\nContent-Length: " + body.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();

            awaitEvent("flood", "CANCELLED");
        }
    }

    @Test
    void x17TwoHundredClientsWithTheSameRequestIdsGetTheirOwnAnswers() throws Exception {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            tokens.add(token(i % 2 == 0 ? "rep.west.1" : "rep.east.1"));
        }
        CountDownLatch start = new CountDownLatch(1);
        List<Future<String>> answers = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                String token = tokens.get(i % tokens.size());
                String name = "client-" + i;
                boolean modern = i % 4 < 2;
                Callable<String> client = () -> {
                    start.await();
                    return modern ? greeted(token, name) : elicited(token, name);
                };
                answers.add(executor.submit(client));
            }
            start.countDown();
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get(90, TimeUnit.SECONDS)).contains("client-" + i + "!");
            }
        }
    }

    /** A stateless call; the id is that of all others. */
    private String greeted(String token, String name) throws IOException, InterruptedException {
        try (Streams call = call(token, "greet", Json.object().put("name", name))) {
            return call.next().toString();
        }
    }

    /** A session in which the person is asked; all ids are those of all others, but the server's own. */
    private String elicited(String token, String name) throws IOException, InterruptedException {
        String session = Streams.session(http, token, Fixture.SERVER, PERSON);
        ObjectNode params = Json.object().put("name", "test_elicitation");
        params.putObject("arguments").put("message", "Who are you?");
        try (Streams call = Streams.inSession(http, token, Fixture.SERVER, session, Streams.message(1, "tools/call", params))) {
            ObjectNode answer = Json.object().put("jsonrpc", "2.0");
            answer.set("id", call.next().path("id"));
            answer.putObject("result").put("action", "accept").putObject("content").put("username", name + "!").put("email", "a@example.com");
            Streams.inSession(http, token, Fixture.SERVER, session, answer).close();
            return call.next().toString();
        }
    }

    private static ObjectNode trigger() {
        ObjectNode params = Json.object().put("name", "test_trigger_tool_change");
        params.putObject("arguments");
        return params;
    }

    private Streams listen(String token) throws IOException, InterruptedException {
        ObjectNode message = Mcp.message("subscriptions/listen");
        ((ObjectNode) message.path("params")).putObject("notifications").put("toolsListChanged", true);
        Streams stream = Streams.modern(http, token, Fixture.SERVER, message, "");
        assertThat(stream.next().path("method").asText()).isEqualTo("notifications/subscriptions/acknowledged");
        return stream;
    }

    private Streams call(String token, String tool, ObjectNode arguments) throws IOException, InterruptedException {
        return Streams.modern(http, token, Fixture.SERVER, Mcp.toolCall(tool, arguments), tool);
    }

    private static String token(String username) {
        return new Agent(Fixture.SERVER).connect(new Person(username), "mcp_api").getTokens().getAccessToken().getValue();
    }

    private static void awaitEvent(String tool, String errorCode) throws InterruptedException {
        String sql = "SELECT COUNT(*) FROM gatehouse.audit_event WHERE tool = '" + tool + "' AND error_code = '" + errorCode + "'";
        Instant end = Instant.now().plusSeconds(60);
        while (ServerSide.rows(sql).getFirst().getFirst().equals("0")) {
            assertThat(Instant.now()).as("no event of %s with %s", tool, errorCode).isBefore(end);
            Thread.sleep(250);
        }
    }
}
