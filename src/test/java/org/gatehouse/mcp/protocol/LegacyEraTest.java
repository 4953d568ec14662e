package org.gatehouse.mcp.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.mcp.protocol.LegacyMessages.NO_HEADERS;
import static org.gatehouse.mcp.protocol.LegacyMessages.initialize;
import static org.gatehouse.mcp.protocol.LegacyMessages.notification;
import static org.gatehouse.mcp.protocol.LegacyMessages.request;
import static org.gatehouse.mcp.protocol.McpWorld.json;
import static org.gatehouse.platform.database.schema.Tables.MCP_SESSION;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.catalog.FakeTool;
import org.gatehouse.catalog.StandardServer;
import org.gatehouse.catalog.Tier;
import org.gatehouse.catalog.ToolResult;
import org.gatehouse.catalog.dialogue.LogLevel;
import org.gatehouse.platform.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegacyEraTest {
    private final McpWorld world = new McpWorld(FakeTool.echo("soqlQuery", Tier.READ));

    @ParameterizedTest
    @CsvSource({
        "2025-11-25, 2025-11-25", "2025-06-18, 2025-06-18", "2025-03-26, 2025-03-26", "2024-11-05, 2025-11-25", "2026-07-28, 2025-11-25", "x, 2025-11-25"
    })
    void negotiatesTheVersion(String requested, String agreed) {
        HttpAnswer answer = world.post(NO_HEADERS, initialize(requested));

        JsonNode result = json(answer).path("result");
        assertThat(json(answer).path("id").textValue()).isEqualTo("a-1");
        assertThat(result.path("protocolVersion").textValue()).isEqualTo(agreed);
        assertThat(result.path("serverInfo").path("name").textValue()).isEqualTo("gatehouse");
        assertThat(result.at("/serverInfo/icons").toString()).isEqualTo("[{\"src\":\"https://gate.example/gatehouse.svg\",\"mimeType\":\"image/svg+xml\",\"sizes\":[\"any\"]}]");
        assertThat(result.path("capabilities").toString()).isEqualTo("{\"logging\":{},\"tools\":{\"listChanged\":true}}");
        assertThat(result.has("resultType")).isFalse();
        assertThat(world.lastEvent().protocolVersion()).isEqualTo(agreed);
    }

    @Test
    void runsWholeSession() {
        McpHeaders session = world.session();

        HttpAnswer confirmed = world.post(session, notification("notifications/initialized"));
        HttpAnswer pong = world.post(session, request("ping", ""));
        HttpAnswer listed = world.post(session, request("tools/list", ""));
        HttpAnswer called = world.post(session, request("tools/call", "\"name\":\"soqlQuery\",\"arguments\":{\"q\":\"hello\"}"));
        HttpAnswer ended = world.delete(session);
        HttpAnswer late = world.post(session, request("ping", ""));

        assertThat(confirmed).isEqualTo(new HttpAnswer(202, java.util.Map.of(), ""));
        assertThat(pong.body()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":\"a-1\",\"result\":{}}");
        assertThat(json(listed).path("result").path("tools")).hasSize(1);
        assertThat(json(listed).path("result").has("cacheScope")).isFalse();
        assertThat(json(called).path("result").path("structuredContent").path("echo").textValue()).isEqualTo("hello");
        assertThat(json(called).path("result").has("_meta")).isFalse();
        assertThat(ended.status()).isEqualTo(204);
        assertThat(late.status()).isEqualTo(404);
        assertThat(world.events.all()).extracting(AuditEvent::method)
                .containsExactly("initialize", "notifications/initialized", "ping", "tools/list", "tools/call", "DELETE", "ping");
        assertThat(world.events.all()).extracting(AuditEvent::protocolVersion).containsOnly("2025-11-25");
    }

    @Test
    void x36ALevelThatASessionSetsIsItsOwn() {
        McpWorld talking = new McpWorld(FakeTool.answering("soqlQuery", Tier.READ, call -> {
            call.dialogue().log(LogLevel.INFO, "test", new TextNode("told"));
            return new ToolResult(Json.object().put("echo", "done"), "done");
        }));
        talking.catalog.active(StandardServer.OBJECT_READS);
        McpHeaders quiet = talking.session();
        McpHeaders loud = talking.session();
        String call = request("tools/call", "\"name\":\"soqlQuery\",\"arguments\":{\"q\":\"hello\"}");

        talking.post(quiet, request("logging/setLevel", "\"level\":\"error\""));
        talking.post(loud, request("logging/setLevel", "\"level\":\"debug\""));

        talking.post(quiet, call);
        assertThat(talking.stream.methods()).isEmpty();
        talking.post(loud, call);
        assertThat(talking.stream.methods()).containsExactly("notifications/message");
    }

    @Test
    void answersUnknownMethodInBand() {
        HttpAnswer answer = world.post(world.session(), request("tools/steal", ""));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(json(answer).path("error").path("code").intValue()).isEqualTo(-32601);
        assertThat(world.lastEvent().errorCode()).isEqualTo("METHOD_NOT_FOUND");
    }

    @Test
    void takesNotificationsAndResponsesWithoutBody() {
        McpHeaders session = world.session();

        assertThat(world.post(session, notification("notifications/roots/list_changed")).status()).isEqualTo(202);
        assertThat(world.post(session, "{\"jsonrpc\":\"2.0\",\"id\":9,\"result\":{}}").status()).isEqualTo(202);
    }

    @Test
    void assumesTheSessionsVersionWithoutHeaderAndRefusesUnknownOnes() {
        String id = Objects.requireNonNull(world.session().sessionId());

        assertThat(world.post(new McpHeaders(null, null, null, id), request("ping", "")).status()).isEqualTo(200);
        assertThat(world.lastEvent().protocolVersion()).isEqualTo("2025-11-25");
        assertThat(world.post(new McpHeaders("2024-11-05", null, null, id), request("ping", "")).status()).isEqualTo(400);
    }

    @Test
    void keepsTheHashOfTheSessionIdOnly() {
        String id = Objects.requireNonNull(world.session().sessionId());

        var row = world.database.sql().selectFrom(MCP_SESSION).fetchSingle();
        assertThat(id).hasSize(43).matches("[!-~]+");
        assertThat(row.get(MCP_SESSION.ID_HASH)).hasSize(64).doesNotContain(id);
        assertThat(row.get(MCP_SESSION.GRANT_ID)).isEqualTo("grant-of-ada");
    }

    @Test
    void x18HidesSessionFromOtherAppOfSamePersonWithoutEffectOnIt() {
        McpHeaders session = world.session();
        var ada = world.catalog.caller(StandardServer.OBJECT_READS, "mcp_api");

        HttpAnswer unknown = world.post(new McpHeaders("2025-11-25", null, null, "unknown"), request("ping", ""));
        world.as(world.throughOtherApp());
        HttpAnswer foreign = world.post(session, request("ping", ""));
        HttpAnswer ending = world.delete(session);

        assertThat(foreign).isEqualTo(unknown);
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(ending.status()).isEqualTo(404);
        assertThat(world.as(ada).post(session, request("ping", "")).status()).isEqualTo(200);
    }

    @Test
    void hidesSessionFromOtherServer() {
        McpHeaders session = world.session();
        world.catalog.active(StandardServer.OBJECT_ALL);
        world.as(world.catalog.caller(StandardServer.OBJECT_ALL, "mcp_api"));

        assertThat(world.post("platform/object-all", session, request("ping", "")).status()).isEqualTo(404);
    }

    @Test
    void endsSessionAfterADay() {
        world.sessions.clock = InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));
        McpHeaders session = world.session();

        world.sessions.clock = InstantSource.fixed(Instant.parse("2026-11-23T09:59:59Z"));
        assertThat(world.post(session, request("ping", "")).status()).isEqualTo(200);

        world.sessions.clock = InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z"));
        assertThat(world.post(session, request("ping", "")).status()).isEqualTo(404);
    }

    @Test
    void x20CapsSessionsOfOneConnection() {
        for (int second = 0; second < McpSessions.MOST_PER_GRANT + 15; second++) {
            world.sessions.clock = InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z").plusSeconds(second));
            world.session();
        }

        McpHeaders newest = world.session();

        assertThat(world.database.sql().fetchCount(MCP_SESSION)).isEqualTo(McpSessions.MOST_PER_GRANT);
        assertThat(world.post(newest, request("ping", "")).status()).isEqualTo(200);
    }

    @Test
    void asksForSessionBeforeItEndsOne() {
        assertThat(world.delete(NO_HEADERS).status()).isEqualTo(400);
        assertThat(world.delete(new McpHeaders(null, null, null, "unknown")).status()).isEqualTo(404);
    }

    @Test
    void hidesSessionsOfServerThatIsNoLongerActive() {
        McpHeaders session = world.session();

        world.catalog.activation().deactivate(McpWorld.SERVER);
        world.as(world.catalog.caller(StandardServer.OBJECT_READS, "mcp_api"));

        assertThat(world.post(session, request("ping", "")).status()).isEqualTo(404);
        assertThat(world.lastEvent().errorCode()).isEqualTo("NOT_FOUND");
    }
}
