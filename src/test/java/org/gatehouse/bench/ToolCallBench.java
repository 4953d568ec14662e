package org.gatehouse.bench;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatehouse.it.Agent;
import org.gatehouse.it.Mcp;
import org.gatehouse.it.Server;
import org.gatehouse.platform.json.Json;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A governed call against a bare one: {@code tools/call} of a 10-row query, with token, connection, policy, permission, protocol and durable
 * event, and a JAX-RS resource that runs the same SQL on the same server and answers the rows.
 */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ToolCallBench {
    private static final int PAIRS = 7;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration RUN = Duration.ofSeconds(10);

    private static final String LIMITS = Server.URL + "/api/v1/limits";
    private static final String SOQL = "SELECT Id, Name, Industry FROM Account ORDER BY Id LIMIT 10";

    @Deployment(testable = false)
    static WebArchive bare() {
        return ShrinkWrap.create(WebArchive.class, "bare.war")
                .addClasses(BareApplication.class, BareQueryEndpoint.class, BareQueryEndpoint.Request.class, BareQueryEndpoint.Row.class)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    @Test
    void comparesAGovernedCallWithABareOne() throws Exception {
        raiseLimits();
        HttpRequest governed = governed();
        HttpRequest bare = bareRequest();
        List<Load.Figures> governedRuns = new ArrayList<>();
        List<Load.Figures> bareRuns = new ArrayList<>();

        try (Load load = new Load(4)) {
            load.run(governed, "Cedar", WARM_UP);
            load.run(bare, "Cedar", WARM_UP);
            for (int pair = 0; pair < PAIRS; pair++) {
                governedRuns.add(load.run(governed, "Cedar", RUN));
                bareRuns.add(load.run(bare, "Cedar", RUN));
            }
        }

        Load.Figures governedMedian = Load.Figures.median(governedRuns);
        Load.Figures bareMedian = Load.Figures.median(bareRuns);
        System.out.println("governed tools/call  " + governedMedian);
        System.out.println("bare JAX-RS          " + bareMedian);
        System.out.printf("ratio of requests a second, governed to bare: %.2f%n", Load.Figures.ratio(governedRuns, bareRuns));
    }

    /** No agent calls as often as this does. The limits stay on, because looking at them is part of a governed call. */
    private static void raiseLimits() {
        JsonPath limits = admin().get(LIMITS).then().statusCode(200).extract().jsonPath();
        for (Map<String, Object> limit : limits.<Map<String, Object>>getList("")) {
            limit.put("size", 10_000_000_000L);
            admin().body(limit).put(LIMITS + "/" + limit.get("name")).then().statusCode(200);
        }
    }

    private static RequestSpecification admin() {
        return given().header("Authorization", "Bearer " + Agent.adminToken()).contentType(ContentType.JSON);
    }

    private static HttpRequest governed() {
        ObjectNode message = Mcp.toolCall("soqlQuery", Json.object().put("query", SOQL));
        return HttpRequest.newBuilder(URI.create(Server.mcp(Server.READS)))
                .header("Authorization", "Bearer " + Agent.tokenOf("rep.west.1"))
                .header("Accept", "application/json, text/event-stream")
                .header("Content-Type", "application/json")
                .header("MCP-Protocol-Version", Mcp.VERSION)
                .header("Mcp-Method", "tools/call")
                .header("Mcp-Name", "soqlQuery")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(message)))
                .build();
    }

    private static HttpRequest bareRequest() {
        // What the compiler makes of the query for rep.west.1, with the values written in.
        String sql = """
                select t0.id, t0.name, t0.industry from records.account t0
                where (t0.owner_id = '005000000000000007' or t0.owner_id in (select u.id from gatehouse.app_user u
                  join gatehouse.role_closure c on c.role_id = u.role_id
                  where c.ancestor_id = (select role_id from gatehouse.app_user where id = '005000000000000007')))
                order by t0.id nulls first limit 10""";
        ObjectNode body = Json.object().put("sql", sql);
        return HttpRequest.newBuilder(URI.create(Server.URL + "/bare/query"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(body)))
                .build();
    }
}
