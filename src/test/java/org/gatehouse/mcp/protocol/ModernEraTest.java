package org.gatehouse.mcp.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.mcp.protocol.McpWorld.json;
import static org.gatehouse.mcp.protocol.ModernMessages.call;
import static org.gatehouse.mcp.protocol.ModernMessages.headers;
import static org.gatehouse.mcp.protocol.ModernMessages.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.Outcome;
import org.gatehouse.catalog.FakeTool;
import org.gatehouse.catalog.StandardServer;
import org.gatehouse.catalog.Tier;
import org.gatehouse.catalog.approval.ApprovalPolicy;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModernEraTest {
    private final FakeTool query = FakeTool.echo("soqlQuery", Tier.READ);
    private final FakeTool create = FakeTool.echo("createRecord", Tier.WRITE);
    private final McpWorld world = new McpWorld(query, create);

    @Test
    void discoversVersionsCapabilitiesAndIdentity() {
        JsonNode result = json(world.post(headers("server/discover", null), request("server/discover", ""))).path("result");

        assertThat(result.path("supportedVersions").toString()).isEqualTo("[\"2026-07-28\"]");
        assertThat(result.path("capabilities").toString()).isEqualTo("{\"logging\":{},\"tools\":{\"listChanged\":true},\"extensions\":{\"io.modelcontextprotocol/tasks\":{}}}");
        assertThat(result.path("resultType").textValue()).isEqualTo("complete");
        assertThat(result.path("cacheScope").textValue()).isEqualTo("private");
        assertThat(result.path("ttlMs").isIntegralNumber()).isTrue();
        assertThat(result.path("_meta").path("io.modelcontextprotocol/serverInfo").path("name").textValue()).isEqualTo("gatehouse");
        assertThat(result.path("_meta").path("io.modelcontextprotocol/serverInfo").path("version").textValue()).matches("\\d.*");
        assertThat(result.at("/_meta/io.modelcontextprotocol~1serverInfo/icons/0/src").textValue()).isEqualTo("https://gate.example/gatehouse.svg");
        assertThat(result.has("serverInfo")).isFalse();
    }

    @Test
    void x28ListsToolsPrivatelyAndWithoutPages() {
        JsonNode result = json(world.post(headers("tools/list", null), request("tools/list", ""))).path("result");

        assertThat(result.path("tools")).hasSize(1);
        JsonNode tool = result.path("tools").path(0);
        assertThat(tool.path("name").textValue()).isEqualTo("soqlQuery");
        assertThat(tool.path("inputSchema").path("type").textValue()).isEqualTo("object");
        assertThat(tool.path("outputSchema").isObject()).isTrue();
        assertThat(tool.path("annotations").path("readOnlyHint").booleanValue()).isTrue();
        assertThat(tool.path("annotations").path("destructiveHint").booleanValue()).isFalse();
        assertThat(result.path("cacheScope").textValue()).isEqualTo("private");
        assertThat(result.path("ttlMs").intValue()).isNotNegative();
        assertThat(result.path("resultType").textValue()).isEqualTo("complete");
        assertThat(result.has("nextCursor")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"abc\"", "null", "5"})
    void refusesCursorsItNeverIssued(String cursor) {
        HttpAnswer answer = world.post(headers("tools/list", null), request("tools/list", "\"cursor\":" + cursor));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(json(answer).path("error").path("code").intValue()).isEqualTo(-32602);
    }

    @Test
    void callsToolAndLeavesOneEvent() {
        HttpAnswer answer = world.post(headers("tools/call", "soqlQuery"), call("soqlQuery", "{\"q\":\"hello\"}"));

        JsonNode result = json(answer).path("result");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(json(answer).path("id").intValue()).isEqualTo(7);
        assertThat(result.path("structuredContent").path("echo").textValue()).isEqualTo("hello");
        assertThat(result.path("content")).hasSize(1);
        assertThat(result.path("content").path(0).path("text").textValue()).isEqualTo("{\"echo\":\"hello\"}");
        assertThat(result.path("isError").booleanValue()).isFalse();
        assertThat(result.path("resultType").textValue()).isEqualTo("complete");
        assertThat(result.has("ttlMs")).isFalse();
        assertThat(world.events.all()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(EventType.API_TOTAL_USAGE);
            assertThat(event.requestId()).isEqualTo("r-1");
            assertThat(event.server()).isEqualTo("platform/object-reads");
            assertThat(event.method()).isEqualTo("tools/call");
            assertThat(event.tool()).isEqualTo("soqlQuery");
            assertThat(event.objects()).containsExactly("Account");
            assertThat(event.rowsReturned()).isEqualTo(1);
            assertThat(event.outcome()).isEqualTo(Outcome.SUCCESS);
            assertThat(event.protocolVersion()).isEqualTo("2026-07-28");
            assertThat(event.actor().clientAddress()).isEqualTo("192.0.2.1");
            assertThat(event.actor().grantId()).isEqualTo("grant-of-ada");
        });
    }

    @Test
    void x35AnswersUnlistedToolExactlyLikeUnknownOne() {
        HttpAnswer unlisted = world.post(headers("tools/call", "createRecord"), call("createRecord", "{\"q\":\"x\"}"));
        HttpAnswer unknown = world.post(headers("tools/call", "noSuchTool"), call("noSuchTool", "{\"q\":\"x\"}"));

        assertThat(unlisted).isEqualTo(unknown);
        assertThat(unknown.status()).isEqualTo(200);
        assertThat(json(unknown).path("error").path("code").intValue()).isEqualTo(-32602);
        assertThat(create.calls()).isEmpty();
        assertThat(world.lastEvent().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(world.lastEvent().errorCode()).isEqualTo("NOT_FOUND");
    }

    @Test
    void letsTheModelReadWhatIsWrongWithItsArguments() {
        HttpAnswer answer = world.post(headers("tools/call", "soqlQuery"), call("soqlQuery", "{\"q\":1}"));

        JsonNode result = json(answer).path("result");
        assertThat(result.path("isError").booleanValue()).isTrue();
        assertThat(result.has("structuredContent")).isFalse();
        assertThat(result.path("content").path(0).path("text").textValue())
                .startsWith("[{\"errorCode\":\"INVALID_ARGUMENTS\",\"message\":")
                .endsWith("\"location\":\"/q\"}]");
        assertThat(world.lastEvent().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(query.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"arguments\":[]", "\"arguments\":null", "\"arguments\":\"q\""})
    void refusesArgumentsThatAreNoObject(String arguments) {
        HttpAnswer answer = world.post(headers("tools/call", "soqlQuery"), request("tools/call", "\"name\":\"soqlQuery\"," + arguments));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(json(answer).path("error").path("code").intValue()).isEqualTo(-32602);
    }

    @Test
    void tellsNothingOfAnInnerFault() {
        var broken = new McpWorld(FakeTool.answering("soqlQuery", Tier.READ, call -> {
            throw new IllegalStateException("relation SECRET does not exist");
        }));

        HttpAnswer answer = broken.post(headers("tools/call", "soqlQuery"), call("soqlQuery", "{\"q\":\"x\"}"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(json(answer).path("error").path("code").intValue()).isEqualTo(-32603);
        assertThat(answer.body()).contains("r-1").doesNotContain("SECRET");
        assertThat(broken.events.all()).singleElement().satisfies(event -> assertThat(event.outcome()).isEqualTo(Outcome.FAILED));
    }

    @Test
    void answersRefusalsOfAccessBeforeAnythingElseIsJudged() {
        for (String body : new String[] {call("soqlQuery", "{}"), "[", "{}", LegacyMessages.initialize("2025-11-25"), request("ping", "")}) {
            HttpAnswer answer = world.post("platform/object-all", headers("tools/call", "soqlQuery"), body);

            assertThat(answer.status()).isEqualTo(404);
            assertThat(world.lastEvent().errorCode()).isEqualTo("NOT_FOUND");
            assertThat(world.lastEvent().server()).isEqualTo("platform/object-all");
        }
        assertThat(world.post("platform/object-all", headers(null, null), "[")).isEqualTo(world.post("custom/nothing", headers(null, null), "["));
    }

    @Test
    void challengesTokensThatDoNotFitTheServer() {
        world.catalog.active(StandardServer.OBJECT_ALL);

        HttpAnswer foreign = world.as(world.catalog.caller(StandardServer.OBJECT_ALL, "mcp_api")).post(headers("tools/list", null), request("tools/list", ""));
        HttpAnswer narrow = world.as(world.catalog.caller(StandardServer.OBJECT_READS, "api")).post(LegacyMessages.NO_HEADERS, LegacyMessages.initialize("2025-11-25"));

        String metadata = "resource_metadata=\"https://gate.example/.well-known/oauth-protected-resource/mcp/v1/platform/object-reads\"";
        assertThat(foreign.status()).isEqualTo(401);
        assertThat(foreign.headers().get("WWW-Authenticate"))
                .startsWith("Bearer error=\"invalid_token\", error_description=\"")
                .contains(metadata);
        assertThat(narrow.status()).isEqualTo(403);
        assertThat(narrow.headers().get("WWW-Authenticate"))
                .startsWith("Bearer error=\"insufficient_scope\", error_description=\"")
                .contains(metadata)
                .endsWith("scope=\"mcp_api.read\"");
        assertThat(world.events.all()).extracting(event -> event.errorCode()).containsExactly("INVALID_TOKEN", "INSUFFICIENT_SCOPE");
    }

    @Test
    void leavesOneEventForBodyThatIsNoMessage() {
        HttpAnswer answer = world.post(headers("tools/list", null), "{\"jsonrpc\"");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(json(answer).path("error").path("code").intValue()).isEqualTo(-32700);
        assertThat(world.events.all()).singleElement().satisfies(event -> {
            assertThat(event.method()).isNull();
            assertThat(event.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(event.errorCode()).isEqualTo("PARSE_ERROR");
        });
    }

    @Test
    void namesTheVersionsItSpeaks() {
        String body = request("tools/list", "").replace("\"2026-07-28\"", "\"2031-01-01\"");

        JsonNode data = json(world.post(new McpHeaders("2031-01-01", "tools/list", null, null), body)).path("error").path("data");

        assertThat(data.toString()).isEqualTo("{\"supported\":[\"2026-07-28\"],\"requested\":\"2031-01-01\"}");
    }

    @Test
    void ignoresSessionIds() {
        HttpAnswer answer = world.post(new McpHeaders("2026-07-28", "tools/list", null, "somebody-elses"), request("tools/list", ""));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).isEmpty();
    }

    @Test
    void tellsWhereQueryIsWrong() {
        var picky = new McpWorld(FakeTool.answering("soqlQuery", Tier.READ, call -> {
            throw new ProblemException(new Problem.InvalidQuery(Problem.QueryError.INVALID_FIELD, "No such field.", 1, 8));
        }));

        JsonNode result = json(picky.post(headers("tools/call", "soqlQuery"), call("soqlQuery", "{\"q\":\"x\"}"))).path("result");

        assertThat(result.path("isError").booleanValue()).isTrue();
        assertThat(result.path("content").path(0).path("text").textValue())
                .isEqualTo("[{\"errorCode\":\"INVALID_FIELD\",\"message\":\"No such field.\",\"location\":\"line 1, column 8\"}]");
        assertThat(picky.lastEvent().errorCode()).isEqualTo("INVALID_FIELD");
    }

    @Test
    void asksAClientThatOpensPagesToShowThePersonOne() {
        var approved = new McpWorld(FakeTool.echo("soqlQuery", Tier.READ));
        approved.catalog.administration().requireApprovals(McpWorld.SERVER, new ApprovalPolicy(ApprovalPolicy.Scope.NAMED, Set.of("soqlQuery")));
        approved.as(approved.catalog.caller(McpWorld.SERVER, "mcp_api"));

        JsonNode plain = json(approved.post(headers("tools/call", "soqlQuery"), call("soqlQuery", "{\"q\":\"x\"}"))).path("result");
        JsonNode asked = json(approved.post(headers("tools/call", "soqlQuery"), opening(""))).path("result");
        JsonNode back = json(approved.post(headers("tools/call", "soqlQuery"), opening("\"inputResponses\":{\"approval\":{\"action\":\"accept\"}},"))).path("result");

        assertThat(plain.path("isError").booleanValue()).isTrue();
        assertThat(asked.path("resultType").textValue()).isEqualTo("input_required");
        assertThat(asked.path("inputRequests").path("approval").path("method").textValue()).isEqualTo("elicitation/create");
        assertThat(asked.path("inputRequests").path("approval").path("params").path("mode").textValue()).isEqualTo("url");
        assertThat(asked.path("inputRequests").path("approval").path("params").path("url").textValue()).isEqualTo("https://gate.example/approvals");
        assertThat(asked.has("ttlMs")).isFalse();
        assertThat(back.path("isError").booleanValue()).as("the client's word is no approval").isTrue();
        assertThat(back.path("content").path(0).path("text").textValue()).contains("APPROVAL_REQUIRED");
        assertThat(approved.lastEvent().errorCode()).isEqualTo("APPROVAL_REQUIRED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"requestState\":\"abc\",", "\"requestState\":null,", "\"inputResponses\":5,", "\"inputResponses\":[],"})
    void x25TakesNoStateThatItNeverIssued(String member) {
        HttpAnswer answer = world.post(headers("tools/call", "soqlQuery"), opening(member));

        assertThat(json(answer).path("error").path("code").intValue()).isEqualTo(-32602);
        assertThat(query.calls()).isEmpty();
    }

    private static String opening(String member) {
        return call("soqlQuery", "{\"q\":\"x\"}")
                .replace("\"io.modelcontextprotocol/clientCapabilities\":{}", "\"io.modelcontextprotocol/clientCapabilities\":{\"elicitation\":{\"url\":{}}}")
                .replace("\"name\"", member + "\"name\"");
    }
}
