package org.gatehouse.mcp.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.mcp.protocol.McpWorld.json;
import static org.gatehouse.mcp.protocol.ModernMessages.call;
import static org.gatehouse.mcp.protocol.ModernMessages.headers;
import static org.gatehouse.mcp.protocol.ModernMessages.request;
import static org.gatehouse.platform.database.schema.Tables.USAGE_LIMIT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.audit.Outcome;
import org.gatehouse.catalog.FakeTool;
import org.gatehouse.catalog.StandardServer;
import org.gatehouse.catalog.Tier;
import org.gatehouse.catalog.ToolResult;
import org.gatehouse.catalog.content.Content;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.json.Json;
import org.junit.jupiter.api.Test;

/** Limits as a client meets them: 429 for calls, a tool's error for rows and bytes. */
class LimitsTest {
    private final FakeTool query = FakeTool.echo("soqlQuery", Tier.READ);
    private final FakeTool create = FakeTool.echo("createRecord", Tier.WRITE);
    private final McpWorld world = new McpWorld(query, create);

    LimitsTest() {
        world.database.sql().deleteFrom(USAGE_LIMIT).execute();
        // Half a minute to the next one.
        long second = world.clock.instant().getEpochSecond() % 60;
        world.clock.advance(Duration.ofSeconds(90 - second));
    }

    @Test
    void aCallTooManyIs429WithRetryAfterAndReachesNoTool() {
        limit("CALLS", 1, "CLIENT PERSON SERVER");
        assertThat(query("one").status()).isEqualTo(200);

        HttpAnswer refused = query("two");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers()).containsEntry("Retry-After", "30");
        JsonNode error = json(refused).path("error");
        assertThat(json(refused).path("id").intValue()).isEqualTo(7);
        assertThat(error.path("code").intValue()).isEqualTo(-32600);
        assertThat(error.path("message").textValue()).startsWith("The limit test allows 1 calls a minute.").contains("in 30 seconds");
        assertThat(error.path("data").toString()).isEqualTo("{\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\",\"limit\":\"test\",\"retryAfterSeconds\":30}");
        assertThat(query.calls()).hasSize(1);
        world.clock.advance(Duration.ofSeconds(30));
        assertThat(query("three").status()).isEqualTo(200);
    }

    @Test
    void u22AFloodOf429LeavesOneEventWithTheExactNumber() {
        limit("CALLS", 1, "CLIENT");
        for (int i = 0; i < 500; i++) {
            query("again");
        }
        int eventsOfCalls = world.events.all().size();
        List<AuditEvent> counted = new ArrayList<>();

        world.refusals.flushAll(counted::add);

        assertThat(eventsOfCalls).isEqualTo(1);
        assertThat(counted).hasSize(1);
        AuditEvent event = counted.getFirst();
        assertThat(event.occurrences()).isEqualTo(499);
        assertThat(event.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(event.statusCode()).isEqualTo(429);
        assertThat(event.errorCode()).isEqualTo("REQUEST_LIMIT_EXCEEDED:test");
        assertThat(event.server()).isEqualTo(McpWorld.SERVER);
        assertThat(event.tool()).isEqualTo("soqlQuery");
        assertThat(event.actor().username()).isEqualTo("ada");
    }

    @Test
    void whatIsRefusedForAnotherReasonCountsAsACall() {
        limit("CALLS", 4, "CLIENT");

        world.post(headers("tools/call", "createRecord"), call("createRecord", "{\"q\":\"not on this server\"}"));
        world.post(headers("tools/call", "nothing"), call("nothing", "{}"));
        world.post(headers("tools/call", "soqlQuery"), call("soqlQuery", "{\"unknown\":1}"));
        world.post(headers("tools/call", null), request("tools/call", ""));

        assertThat(query("fifth").status()).isEqualTo(429);
    }

    @Test
    void aClientOpensNoBudgetsByNamesOfItsOwn() {
        limit("CALLS", 1, "TOOL");

        for (int i = 0; i < 50; i++) {
            assertThat(world.post(headers("tools/call", "made-up-" + i), call("made-up-" + i, "{}")).status()).isEqualTo(200);
        }

        assertThat(world.budgets.inUse("", 100)).isEmpty();
    }

    @Test
    void listsAndHandshakesAreNoCalls() {
        limit("CALLS", 1, "CLIENT");
        query("one");

        assertThat(world.post(headers("tools/list", null), request("tools/list", "")).status()).isEqualTo(200);
        assertThat(world.post(headers("server/discover", null), request("server/discover", "")).status()).isEqualTo(200);
        McpHeaders session = world.session();
        assertThat(world.post(session, LegacyMessages.request("ping", "")).status()).isEqualTo(200);
        assertThat(world.post(session, LegacyMessages.request("tools/call", "\"name\":\"soqlQuery\",\"arguments\":{\"q\":\"x\"}")).status()).as("in a session too").isEqualTo(429);
    }

    @Test
    void rowsThatDoNotFitAreNotDeliveredAndTheModelReadsWhatToDo() {
        FakeTool many = query.answering(it -> {
            it.audit().rows(11);
            return ToolResult.of(new Content.Text("SECRET"));
        });
        var other = new McpWorld(many);
        other.database.sql().deleteFrom(USAGE_LIMIT).execute();
        limit(other, "ROWS", 10, "PERSON");

        HttpAnswer answer = other.post(headers("tools/call", "soqlQuery"), call("soqlQuery", "{\"q\":\"x\"}"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("SECRET");
        JsonNode result = json(answer).path("result");
        assertThat(result.path("isError").booleanValue()).isTrue();
        JsonNode error = inner(result);
        assertThat(error.path("errorCode").textValue()).isEqualTo("REQUEST_LIMIT_EXCEEDED");
        assertThat(error.path("limit").textValue()).isEqualTo("test");
        assertThat(error.path("retryAfterSeconds").longValue()).isBetween(1L, 60L);
        assertThat(error.path("message").textValue()).startsWith("The answer has 11 rows, more than the 10 rows a minute that the limit test allows at all.");
        assertThat(other.lastEvent().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(other.lastEvent().errorCode()).isEqualTo("REQUEST_LIMIT_EXCEEDED:test");
        assertThat(other.lastEvent().rowsReturned()).as("nothing of it was delivered").isZero();
    }

    @Test
    void aSpentBudgetOfRowsRefusesTheNextCallBeforeItRuns() {
        limit("ROWS", 2, "PERSON");
        query("one");
        query("two");

        HttpAnswer refused = query("three");

        assertThat(inner(json(refused).path("result")).path("message").textValue()).startsWith("Nothing is left of the 2 rows a minute");
        assertThat(query.calls()).hasSize(2);
    }

    @Test
    void countsTheBytesOfTheResult() {
        limit("BYTES", 10_000, "CLIENT");

        JsonNode result = json(query("hällo")).path("result");

        long used = world.budgets.inUse("", 1).getFirst().used();
        // The era adds its own members to what is counted.
        var counted = result.deepCopy();
        ((ObjectNode) counted).retain("content", "structuredContent", "isError");
        assertThat(used).isEqualTo(Json.write(counted).length);
    }

    @Test
    void aWriteThatWasDoneIsAnsweredAndChargedAndTheNextIsNot() {
        world.catalog.active(StandardServer.OBJECT_MUTATIONS);
        String server = StandardServer.OBJECT_MUTATIONS.serverName();
        world.as(world.catalog.caller(server, "mcp_api"));
        limit("BYTES", 10, "CLIENT");
        world.as(world.catalog.caller(server, "mcp_api"));

        HttpAnswer done = world.post(server, headers("tools/call", "createRecord"), call("createRecord", "{\"q\":\"written\"}"));
        HttpAnswer next = world.post(server, headers("tools/call", "createRecord"), call("createRecord", "{\"q\":\"again\"}"));

        assertThat(json(done).path("result").path("structuredContent").path("echo").textValue()).isEqualTo("written");
        assertThat(json(next).path("result").path("isError").booleanValue()).isTrue();
        assertThat(create.calls()).hasSize(1);
        assertThat(world.budgets.inUse("", 1).getFirst().remaining()).isZero();
    }

    private void limit(String measure, long most, String each) {
        limit(world, measure, most, each);
    }

    private static void limit(McpWorld in, String measure, long most, String each) {
        in.database.sql().insertInto(USAGE_LIMIT)
                .set(USAGE_LIMIT.NAME, "test").set(USAGE_LIMIT.DESCRIPTION, "").set(USAGE_LIMIT.ENABLED, true).set(USAGE_LIMIT.MEASURE, measure)
                .set(USAGE_LIMIT.MOST, most).set(USAGE_LIMIT.TIME_WINDOW, "MINUTE").set(USAGE_LIMIT.EACH_OF, each)
                .execute();
        in.catalog.versions().changed(Topic.ACCESS);
        in.catalog.active(StandardServer.OBJECT_READS);
        in.as(in.catalog.caller(StandardServer.OBJECT_READS, "mcp_api"));
    }

    private HttpAnswer query(String q) {
        return world.post(headers("tools/call", "soqlQuery"), call("soqlQuery", "{\"q\":\"" + q + "\"}"));
    }

    /** The first error that a failed result tells. */
    private static JsonNode inner(JsonNode result) {
        try {
            return Objects.requireNonNull(Json.read(result.path("content").path(0).path("text").textValue().getBytes(StandardCharsets.UTF_8)).get(0));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
