package org.gatehouse.mcp.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.gatehouse.audit.Outcome;
import org.gatehouse.catalog.FakeTool;
import org.gatehouse.catalog.StandardServer;
import org.gatehouse.catalog.Tier;
import org.gatehouse.catalog.ToolCall;
import org.gatehouse.catalog.ToolResult;
import org.gatehouse.catalog.dialogue.InputRequest;
import org.gatehouse.platform.json.Json;
import org.junit.jupiter.api.Test;

/** Calls that ask their client before they answer, in both eras. */
class RoundsTest {
    private static final McpHeaders CALL = ModernMessages.headers("tools/call", "soqlQuery");
    private static final String PERSON = "\"elicitation\":{}";

    private final McpWorld world = new McpWorld(FakeTool.answering("soqlQuery", Tier.READ, RoundsTest::ask), FakeTool.echo("find", Tier.READ));

    RoundsTest() {
        world.catalog.active(StandardServer.OBJECT_READS);
    }

    /** Asks for a name, then for a colour. */
    private static ToolResult ask(ToolCall call) {
        JsonNode name = answer(call, "name");
        JsonNode color = answer(call, "color");
        return new ToolResult(Json.object().put("echo", name.at("/content/name").asText() + " likes " + color.at("/content/color").asText()), "");
    }

    private static JsonNode answer(ToolCall call, String what) {
        InputRequest question = new InputRequest.Form(
                "Which " + what + "?",
                Json.literal("{\"type\": \"object\", \"required\": [\"%1$s\"], \"properties\": {\"%1$s\": {\"type\": \"string\"}}}".formatted(what)));
        return call.dialogue().ask(Map.of(what, question)).getOrDefault(what, Json.object());
    }

    @Test
    void aStatelessClientIsAskedAndCallsAgainWithEachAnswer() {
        JsonNode first = call("", PERSON);
        assertThat(first.at("/result/resultType").asText()).isEqualTo("input_required");
        assertThat(first.at("/result/inputRequests/name").toString()).isEqualTo(
                "{\"method\":\"elicitation/create\",\"params\":{\"mode\":\"form\",\"message\":\"Which name?\",\"requestedSchema\":"
                        + "{\"type\":\"object\",\"required\":[\"name\"],\"properties\":{\"name\":{\"type\":\"string\"}}}}}");
        assertThat(world.lastEvent().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(world.lastEvent().errorCode()).isEqualTo("INPUT_REQUIRED");

        JsonNode second = call(answered("name", "Ada") + state(first), PERSON);
        assertThat(second.at("/result/inputRequests").properties()).extracting(Map.Entry::getKey).containsExactly("color");
        assertThat(state(second)).as("a state of its own").isNotEqualTo(state(first));

        // The first answer does not come again; the state carries it.
        JsonNode third = call(answered("color", "blue") + state(second), PERSON);
        assertThat(third.at("/result/resultType").asText()).isEqualTo("complete");
        assertThat(third.at("/result/structuredContent/echo").asText()).isEqualTo("Ada likes blue");
        assertThat(world.lastEvent().outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void anAnswerOfAnEarlierRoundCannotBeChangedLater() {
        JsonNode second = call(answered("name", "Ada") + state(call("", PERSON)), PERSON);

        String both = ",\"inputResponses\":{\"color\":{\"action\":\"accept\",\"content\":{\"color\":\"blue\"}},"
                + "\"name\":{\"action\":\"accept\",\"content\":{\"name\":\"Eve\"}}}";
        assertThat(call(both + state(second), PERSON).at("/result/structuredContent/echo").asText()).isEqualTo("Ada likes blue");
    }

    @Test
    void x25AStateThatWasAlteredIsRefused() {
        String good = call("", PERSON).at("/result/requestState").asText();
        for (int at = 0; at < good.length(); at += 7) {
            char other = good.charAt(at) == 'A' ? 'B' : 'A';
            refused(call(answered("name", "Ada") + stateOf(good.substring(0, at) + other + good.substring(at + 1)), PERSON));
        }
        refused(call(answered("name", "Ada") + stateOf(good + "A"), PERSON));
        refused(call(answered("name", "Ada") + stateOf(""), PERSON));
    }

    @Test
    void x26AStateIsGoodForNothingButItsCall() {
        String state = state(call("", PERSON));

        refused(post(CALL, params("soqlQuery", "{\"q\":\"other\"}") + answered("name", "Ada") + state, PERSON));
        refused(post(ModernMessages.headers("tools/call", "find"), params("find", "{\"q\":\"x\"}") + answered("name", "Ada") + state, PERSON));
        world.as(world.throughOtherApp());
        refused(call(answered("name", "Ada") + state, PERSON));
    }

    @Test
    void x26AStateIsGoodForAWhile() {
        String state = state(call("", PERSON));
        world.clock.advance(RequestStates.LIFETIME.minusSeconds(1));
        assertThat(call(answered("name", "Ada") + state, PERSON).at("/result/resultType").asText()).isEqualTo("input_required");
        world.clock.advance(Duration.ofSeconds(1));
        refused(call(answered("name", "Ada") + state, PERSON));
    }

    @Test
    void aMissingAnswerIsAskedForAgainAndAnUnknownOneIsNothing() {
        JsonNode again = call(answered("nobody-asked", "Ada") + state(call("", PERSON)), PERSON);

        assertThat(again.at("/result/inputRequests").properties()).extracting(Map.Entry::getKey).containsExactly("name");
    }

    @Test
    void anAnswerThatDoesNotFitItsQuestionIsAnError() {
        for (String answer : List.of(
                "12345", "{}", "{\"action\":\"maybe\"}", "{\"action\":\"accept\"}", "{\"action\":\"accept\",\"content\":{\"name\":1}}",
                "{\"action\":\"accept\",\"content\":[]}")) {
            refused(call(",\"inputResponses\":{\"name\":" + answer + "}", PERSON));
        }
        refused(call(",\"inputResponses\":null", PERSON));
        refused(call(",\"inputResponses\":[]", PERSON));
        refused(call(",\"requestState\":7", PERSON));
    }

    @Test
    void aClientIsNotAskedForWhatItCannotDo() {
        for (String capabilities : List.of("", "\"sampling\":{}", "\"elicitation\":{\"url\":{}}")) {
            HttpAnswer answer = world.post(CALL, message(params("soqlQuery", "{\"q\":\"x\"}"), capabilities));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(McpWorld.json(answer).at("/error/code").asInt()).isEqualTo(-32021);
            assertThat(McpWorld.json(answer).at("/error/data/requiredCapabilities").toString()).isEqualTo("{\"elicitation\":{}}");
        }
    }

    @Test
    void aClientOfASessionIsAskedOverTheStreamOfItsCall() {
        McpHeaders session = session("\"elicitation\":{}");
        CompletableFuture<HttpAnswer> answer = begin(session);
        assertThat(answer).isNotDone();
        JsonNode first = world.stream.messages.getLast();
        assertThat(first.path("method").asText()).isEqualTo("elicitation/create");
        assertThat(first.at("/params/message").asText()).isEqualTo("Which name?");

        assertThat(respond(session, first, "name", "Ada").status()).isEqualTo(202);
        JsonNode second = world.stream.messages.getLast();
        assertThat(second.at("/params/message").asText()).isEqualTo("Which color?");
        assertThat(answer).isNotDone();

        respond(session, second, "color", "blue");
        assertThat(McpWorld.json(answer.join()).at("/result/structuredContent/echo").asText()).isEqualTo("Ada likes blue");
        assertThat(McpWorld.json(answer.join()).path("id").asText()).as("the id of the call").isEqualTo("a-1");
    }

    @Test
    void x16AnAnswerOfAnotherSessionIsNone() {
        McpHeaders session = session("\"elicitation\":{}");
        McpHeaders other = session("\"elicitation\":{}");
        CompletableFuture<HttpAnswer> answer = begin(session);
        JsonNode question = world.stream.messages.getLast();

        assertThat(respond(other, question, "name", "Eve").status()).isEqualTo(202);
        assertThat(world.stream.messages).as("no second question").endsWith(question);
        assertThat(answer).isNotDone();
    }

    @Test
    void aClientThatCannotAnswerEndsTheCallWithWordsForTheModel() {
        McpHeaders session = session("\"elicitation\":{}");
        CompletableFuture<HttpAnswer> answer = begin(session);
        String id = world.stream.messages.getLast().path("id").asText();

        world.post(session, "{\"jsonrpc\":\"2.0\",\"id\":\"" + id + "\",\"error\":{\"code\":-1,\"message\":\"No.\"}}");

        JsonNode result = McpWorld.json(answer.join()).path("result");
        assertThat(result.path("isError").booleanValue()).isTrue();
        assertThat(result.at("/content/0/text").asText()).contains("CLIENT_UNRESPONSIVE");
    }

    @Test
    void aSessionWhoseClientCannotBeAskedGetsWordsForTheModel() {
        JsonNode result = McpWorld.json(begin(session("")).join()).path("result");

        assertThat(result.path("isError").booleanValue()).isTrue();
        assertThat(result.at("/content/0/text").asText()).contains("MISSING_CLIENT_CAPABILITY");
        assertThat(world.stream.messages).isEmpty();
    }

    @Test
    void aConnectionThatEndsEndsTheWaiting() {
        CompletableFuture<HttpAnswer> answer = begin(session("\"elicitation\":{}"));

        world.catalog.running().end(List.of("grant-of-ada"));

        assertThat(answer.join().status()).isEqualTo(401);
        assertThat(world.catalog.running().connectionIds()).isEmpty();
    }

    private CompletableFuture<HttpAnswer> begin(McpHeaders session) {
        return world.begin(
                McpWorld.SERVER, session, LegacyMessages.request("tools/call", "\"name\":\"soqlQuery\",\"arguments\":{\"q\":\"x\"}"));
    }

    private HttpAnswer respond(McpHeaders session, JsonNode question, String what, String value) {
        return world.post(
                session,
                "{\"jsonrpc\":\"2.0\",\"id\":\"" + question.path("id").asText() + "\",\"result\":{\"action\":\"accept\",\"content\":{\"" + what + "\":\""
                        + value + "\"}}}");
    }

    private McpHeaders session(String capabilities) {
        HttpAnswer opened = world.post(
                LegacyMessages.NO_HEADERS,
                LegacyMessages.initialize("2025-11-25").replace("\"capabilities\":{}", "\"capabilities\":{" + capabilities + "}"));
        return new McpHeaders("2025-11-25", null, null, opened.headers().get("Mcp-Session-Id"));
    }

    private JsonNode call(String more, String capabilities) {
        return post(CALL, params("soqlQuery", "{\"q\":\"x\"}") + more, capabilities);
    }

    private JsonNode post(McpHeaders headers, String params, String capabilities) {
        return McpWorld.json(world.post(headers, message(params, capabilities)));
    }

    private static String message(String params, String capabilities) {
        return ModernMessages.request("tools/call", params).replace("clientCapabilities\":{}", "clientCapabilities\":{" + capabilities + "}");
    }

    private static String params(String tool, String arguments) {
        return "\"name\":\"" + tool + "\",\"arguments\":" + arguments;
    }

    private static String answered(String what, String value) {
        return ",\"inputResponses\":{\"" + what + "\":{\"action\":\"accept\",\"content\":{\"" + what + "\":\"" + value + "\"}}}";
    }

    private static String state(JsonNode answer) {
        return stateOf(answer.at("/result/requestState").asText());
    }

    private static String stateOf(String state) {
        return ",\"requestState\":\"" + state + "\"";
    }

    private static void refused(JsonNode answer) {
        assertThat(answer.at("/error/code").asInt()).as(answer.toString()).isEqualTo(-32602);
    }
}
