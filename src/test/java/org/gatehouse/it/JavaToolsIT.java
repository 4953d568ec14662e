package org.gatehouse.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import com.example.rough.RoughTools;
import com.example.rough.SqlTools;
import com.example.visits.VisitTools;
import com.example.visits.VisitsWar;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.gatehouse.platform.json.Json;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A company's own WAR beside Gatehouse contributes tools; an administrator composes a server of them, and agents call them. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class JavaToolsIT {
    private static final String API = Server.URL + "/api/v1";
    private static final String CUSTOM = API + "/custom-servers";

    private static final String VISITS = """
            {"title": "Visits", "instructions": "For people who visit accounts.",
             "tools": [{"tool": "accountsToVisit"}, {"tool": "reportProblem", "title": "Report"}],
             "prompts": [{"prompt": "prepareVisit"}],
             "resources": {"families": ["briefing"]}}""";

    @ArquillianResource
    @SuppressWarnings("NullAway.Init") // Arquillian sets it.
    Deployer deployer;

    @Deployment(name = "server-side", testable = false)
    static WebArchive serverSide() {
        return ServerSide.deployment();
    }

    @Deployment(name = "visits", managed = false, testable = false)
    static WebArchive visits() {
        return VisitsWar.of("visits.war", VisitTools.class, VisitTools.Account.class, VisitTools.VisitList.class);
    }

    @Deployment(name = "rough", managed = false, testable = false)
    static WebArchive rough() {
        return VisitsWar.of("rough.war", RoughTools.class, SqlTools.class);
    }

    @Test
    void twoPersonsGetDifferentAnswersOfAToolThatComesAndGoesWithItsDeployment() {
        RequestSpecification admin = admin();
        deployer.deploy("visits");
        try {
            given().spec(admin).get(API + "/tools").then().statusCode(200)
                    .body("tools.find { it.name == 'accountsToVisit' }.origin", equalTo("visits"))
                    .body("tools.find { it.name == 'accountsToVisit' }.tier", equalTo("READ"))
                    .body("tools.find { it.name == 'soqlQuery' }.origin", equalTo("gatehouse"))
                    .body("prompts", hasItem("prepareVisit"))
                    .body("families", hasItem("briefing"));
            offer(admin, "ItVisits", VISITS);
            String industry = ServerSide.rows("SELECT a.industry FROM records.account a JOIN gatehouse.app_user u ON u.id = a.owner_id"
                            + " WHERE u.username = 'rep.west.2' AND a.industry IS NOT NULL ORDER BY a.id LIMIT 1")
                    .getFirst().getFirst();
            String manager = token("manager.west", "ItVisits", "mcp_api");
            String rep = token("rep.west.1", "ItVisits", "mcp_api");

            int all = call(manager, "ItVisits", "accountsToVisit", "industry", industry).body("result.structuredContent.preparedFor", equalTo("manager.west"))
                    .body("result.structuredContent.found", greaterThan(0)).extract().path("result.structuredContent.found");
            call(rep, "ItVisits", "accountsToVisit", "industry", industry).body("result.structuredContent.preparedFor", equalTo("rep.west.1"))
                    .body("result.structuredContent.found", lessThan(all));
            String id = call(rep, "ItVisits", "reportProblem", "subject", "Seen on a visit").body("result.isError", not(true)).extract().path("result.content[0].text");
            assertThat(ServerSide.rows("SELECT c.subject, u.username FROM records.support_case c JOIN gatehouse.app_user u ON u.id = c.owner_id WHERE c.id = '" + id + "'"))
                    .containsExactly(List.of("Seen on a visit", "rep.west.1"));
            assertThat(ServerSide.rows("SELECT username, tool, outcome FROM gatehouse.audit_event WHERE server = 'custom/ItVisits' AND method = 'tools/call' ORDER BY id"))
                    .containsExactly(
                            List.of("manager.west", "accountsToVisit", "SUCCESS"), List.of("rep.west.1", "accountsToVisit", "SUCCESS"), List.of("rep.west.1", "reportProblem", "SUCCESS"));

            deployer.undeploy("visits");
            Mcp.list(manager, "custom/ItVisits").statusCode(200).body("result.tools", equalTo(List.of()));
            call(manager, "ItVisits", "accountsToVisit", "industry", industry).body("error.message", equalTo("There is no tool of this name on this server."));
            deployer.deploy("visits");
            Mcp.list(manager, "custom/ItVisits").statusCode(200).body("result.tools.name", hasItems("accountsToVisit", "reportProblem"));
            call(manager, "ItVisits", "accountsToVisit", "industry", industry).body("result.structuredContent.found", equalTo(all));
        } finally {
            remove(admin, "ItVisits");
            deployer.undeploy("visits");
        }
    }

    @Test
    void q20AndV13WhatIsWrongWithAToolStaysWithIt() throws Exception {
        RequestSpecification admin = admin();
        deployer.deploy("rough");
        try (Stranger stranger = new Stranger()) {
            given().spec(admin).get(API + "/tools").then().statusCode(200)
                    .body("tools.name", not(hasItem("readsPastPermissions")))
                    .body("refused", hasItem(containsString("com.example.rough.SqlTools refers to java.sql.")));
            offer(admin, "ItRough", """
                    {"title": "Rough", "tools": [{"tool": "throwsSomething"}, {"tool": "overflows"}, {"tool": "remembers"}, {"tool": "tellsAStranger"}]}""");
            String manager = token("manager.west", "ItRough", "mcp_api");
            String rep = token("rep.west.1", "ItRough", "mcp_api");

            for (String tool : List.of("throwsSomething", "overflows")) {
                String answer = call(rep, "ItRough", tool).body("error.message", containsString("Give this reference to your administrator")).extract().asString();
                assertThat(answer).doesNotContain("secret of the implementation", "com.example", "Exception");
            }
            assertThat(ServerSide.rows("SELECT tool, outcome FROM gatehouse.audit_event WHERE server = 'custom/ItRough' AND method = 'tools/call' ORDER BY id"))
                    .containsExactly(List.of("throwsSomething", "FAILED"), List.of("overflows", "FAILED"));
            assertThat(ServerSide.rows("SELECT id FROM records.support_case WHERE subject = 'Written by a tool that fails'")).isEmpty();

            String all = call(manager, "ItRough", "remembers").extract().path("result.content[0].text");
            String own = call(rep, "ItRough", "remembers").extract().path("result.content[0].text");
            assertThat(Integer.parseInt(own.split(" ", -1)[1])).isLessThan(Integer.parseInt(all.split(" ", -1)[1]));

            call(rep, "ItRough", "tellsAStranger", "url", stranger.url()).body("result.content[0].text", equalTo("Told."));
            assertThat(stranger.heard()).contains("rep.west.1").doesNotContain(rep).doesNotContain(rep.substring(rep.lastIndexOf('.'))).doesNotContainIgnoringCase("authorization:").doesNotContainIgnoringCase("cookie:");
        } finally {
            remove(admin, "ItRough");
            deployer.undeploy("rough");
        }
    }

    private static void offer(RequestSpecification admin, String name, String document) {
        ObjectNode draft = Json.object().put("name", name);
        draft.set("document", Json.literal(document));
        given().spec(admin).body(draft.toString()).post(CUSTOM).then().statusCode(201);
        given().spec(admin).post(CUSTOM + "/" + name + "/publish?version=1").then().statusCode(200);
        // What says nothing of itself counts as destructive, and would wait for the person.
        given().spec(admin).body("{\"scope\": \"NAMED\"}").put(API + "/servers/custom/" + name + "/approvals").then().statusCode(200);
        given().spec(admin).post(API + "/servers/custom/" + name + "/activate").then().statusCode(200);
    }

    private static void remove(RequestSpecification admin, String name) {
        given().spec(admin).post(API + "/servers/custom/" + name + "/deactivate");
        given().spec(admin).delete(CUSTOM + "/" + name + "?version=1");
    }

    private static String token(String username, String server, String scope) {
        return new Agent("custom/" + server).connect(new Person(username), scope).getTokens().getAccessToken().getValue();
    }

    private static ValidatableResponse call(String token, String server, String tool, String... arguments) {
        ObjectNode given = Json.object();
        for (int i = 0; i < arguments.length; i += 2) {
            given.put(arguments[i], arguments[i + 1]);
        }
        return Mcp.call(token, "custom/" + server, tool, given).statusCode(200);
    }

    private static RequestSpecification admin() {
        String token = Agent.automation().connect(new Person("admin"), "api").getTokens().getAccessToken().getValue();
        return given().auth().oauth2(token).contentType(ContentType.JSON).accept("application/json, application/problem+json");
    }

    /** Somebody outside to whom a tool talks: remembers the request whole. */
    private static final class Stranger implements AutoCloseable {
        private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
        private final HttpServer server;

        Stranger() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                StringBuilder heard = new StringBuilder();
                exchange.getRequestHeaders().forEach((name, values) -> heard.append(name).append(": ").append(values).append('\n'));
                heard.append(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                requests.add(heard.toString());
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            });
            server.start();
        }

        String url() {
            return "http://localhost:" + server.getAddress().getPort() + "/";
        }

        String heard() {
            return requests.remove();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
