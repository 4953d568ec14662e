package org.gatehouse.mcp.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.platform.database.schema.Tables.MCP_TASK;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.gatehouse.audit.Outcome;
import org.gatehouse.catalog.FakeTool;
import org.gatehouse.catalog.StandardServer;
import org.gatehouse.catalog.Tier;
import org.gatehouse.catalog.ToolCall;
import org.gatehouse.catalog.ToolResult;
import org.gatehouse.catalog.dialogue.InputRequest;
import org.gatehouse.mcp.task.Tasks;
import org.gatehouse.platform.json.Json;
import org.junit.jupiter.api.Test;

/** Calls that go on in the background (MCP extension io.modelcontextprotocol/tasks). */
class TasksTest {
    private static final McpHeaders CALL = ModernMessages.headers("tools/call", "soqlQuery");
    private static final String ABLE = "\"elicitation\":{},\"extensions\":{\"io.modelcontextprotocol/tasks\":{}}";

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final McpWorld world = new McpWorld(FakeTool.answering("soqlQuery", Tier.READ, TasksTest::work));

    TasksTest() {
        world.catalog.active(StandardServer.OBJECT_READS);
        world.executor.set(background::add);
    }

    /** What the argument says: to answer, to ask, to fail or to break, in the background. */
    private static ToolResult work(ToolCall call) {
        String how = call.arguments().path("q").asText();
        call.dialogue().background(how.equals("must"));
        if (how.equals("ask")) {
            Map<String, InputRequest> questions = new LinkedHashMap<>();
            questions.put("first", question());
            questions.put("second", question());
            return new ToolResult(Json.object().put("echo", call.dialogue().ask(questions).toString()), "");
        }
        if (how.equals("break")) {
            throw new IllegalStateException("a secret of the inside");
        }
        return how.equals("fail") ? ToolResult.failure("It failed.") : new ToolResult(Json.object().put("echo", "the word of " + how), "done");
    }

    private static InputRequest question() {
        return new InputRequest.Form("Sure?", Json.literal("{\"type\": \"object\", \"properties\": {\"ok\": {\"type\": \"boolean\"}}}"));
    }

    @Test
    void aCallGoesOnInTheBackgroundAndItsAnswerIsAskedFor() {
        JsonNode started = call("x", ABLE).path("result");
        assertThat(started.path("resultType").asText()).isEqualTo("task");
        assertThat(started.path("status").asText()).isEqualTo("working");
        assertThat(started.path("taskId").asText()).hasSize(43);
        assertThat(started.path("ttlMs").asLong()).isEqualTo(3_600_000);
        assertThat(started.has("result")).isFalse();
        assertThat(get(started).path("status").asText()).isEqualTo("working");

        run();

        JsonNode done = get(started);
        assertThat(done.path("resultType").asText()).isEqualTo("complete");
        assertThat(done.path("status").asText()).isEqualTo("completed");
        assertThat(done.at("/result/structuredContent/echo").asText()).isEqualTo("the word of x");
    }

    @Test
    void theWorkInTheBackgroundLeavesItsOwnEvent() {
        call("x", ABLE);
        assertThat(world.lastEvent().outcome()).isEqualTo(Outcome.SUCCESS);
        String asked = world.lastEvent().requestId();

        run();

        assertThat(world.lastEvent().tool()).isEqualTo("soqlQuery");
        assertThat(world.lastEvent().requestId()).isNotEqualTo(asked);
    }

    @Test
    void whatFailsIsAnAnswerAndWhatBreaksIsAnError() {
        JsonNode failing = call("fail", ABLE).path("result");
        JsonNode breaking = call("break", ABLE).path("result");
        run();

        assertThat(get(failing).path("status").asText()).isEqualTo("completed");
        assertThat(get(failing).at("/result/isError").booleanValue()).isTrue();
        assertThat(get(breaking).path("status").asText()).isEqualTo("failed");
        assertThat(get(breaking).at("/error/code").asInt()).isEqualTo(-32603);
        assertThat(get(breaking).toString()).doesNotContain("secret");
        assertThat(get(breaking).has("result")).isFalse();
    }

    @Test
    void aClientThatCannotComeBackWaitsForItsAnswerOrIsTold() {
        assertThat(call("x", "").at("/result/structuredContent/echo").asText()).isEqualTo("the word of x");
        JsonNode refused = call("must", "");
        assertThat(refused.at("/error/code").asInt()).isEqualTo(-32021);
        assertThat(refused.at("/error/data/requiredCapabilities").toString()).isEqualTo("{\"extensions\":{\"io.modelcontextprotocol/tasks\":{}}}");
        assertThat(post("tasks/get", "x", "", "").at("/error/code").asInt()).isEqualTo(-32021);
    }

    @Test
    void aTaskIsOfTheConnectionThatBeganIt() {
        JsonNode task = call("x", ABLE).path("result");
        run();
        world.as(world.throughOtherApp());

        for (String method : List.of("tasks/get", "tasks/update", "tasks/cancel")) {
            JsonNode others = post(method, task.path("taskId").asText(), "", ABLE);
            assertThat(others.path("error")).as("like one that never was").isEqualTo(post(method, "nothing", "", ABLE).path("error"));
            assertThat(others.at("/error/code").asInt()).isEqualTo(-32602);
        }
    }

    @Test
    void aTaskAsksAndGoesOnWhenItHasAllAnswers() {
        JsonNode task = call("ask", ABLE).path("result");
        run();
        JsonNode asking = get(task);
        assertThat(asking.path("status").asText()).isEqualTo("input_required");
        assertThat(asking.path("inputRequests").properties()).extracting(Map.Entry::getKey).containsExactly("first", "second");
        assertThat(asking.has("requestState")).isFalse();

        assertThat(answer(task, "first", "{\"action\":\"accept\",\"content\":{\"ok\":true}}").toString()).contains("\"resultType\":\"complete\"").doesNotContain("taskId");
        assertThat(get(task).path("inputRequests").properties()).extracting(Map.Entry::getKey).containsExactly("second");
        assertThat(background).isEmpty();

        answer(task, "nobody-asked", "{}");
        answer(task, "first", "{\"action\":\"decline\"}");
        assertThat(get(task).path("status").asText()).isEqualTo("input_required");

        answer(task, "second", "{\"action\":\"decline\"}");
        assertThat(get(task).path("status").asText()).isEqualTo("working");
        run();
        assertThat(get(task).at("/result/structuredContent/echo").asText()).as("the first answer stands").contains("accept").contains("decline");
    }

    @Test
    void anAnswerThatDoesNotFitEndsTheTask() {
        JsonNode task = call("ask", ABLE).path("result");
        run();
        answer(task, "first", "7");
        answer(task, "second", "7");
        run();

        assertThat(get(task).path("status").asText()).isEqualTo("failed");
        assertThat(get(task).at("/error/code").asInt()).isEqualTo(-32602);
    }

    @Test
    void aTaskThatWasCancelledStaysCancelled() {
        JsonNode task = call("x", ABLE).path("result");
        assertThat(cancel(task).toString()).contains("\"resultType\":\"complete\"");
        assertThat(get(task).path("status").asText()).isEqualTo("cancelled");

        run();

        assertThat(get(task).path("status").asText()).isEqualTo("cancelled");
        assertThat(get(task).has("result")).isFalse();
        cancel(task);
    }

    @Test
    void whatIsOverCannotBeCancelled() {
        JsonNode task = call("x", ABLE).path("result");
        run();
        cancel(task);

        assertThat(get(task).path("status").asText()).isEqualTo("completed");
    }

    @Test
    void aTaskIsForgottenAfterItsTime() {
        JsonNode task = call("x", ABLE).path("result");
        world.clock.advance(Tasks.LIFETIME.minusSeconds(1));
        assertThat(get(task).path("status").asText()).isEqualTo("working");
        world.clock.advance(Duration.ofSeconds(1));

        assertThat(post("tasks/get", task.path("taskId").asText(), "", ABLE).at("/error/code").asInt()).isEqualTo(-32602);
    }

    @Test
    void aConnectionHasSoManyTasksAtATime() {
        for (int i = 0; i < 20; i++) {
            assertThat(call("x", ABLE).at("/result/resultType").asText()).isEqualTo("task");
        }
        assertThat(call("x", ABLE).at("/result/content/0/text").asText()).contains("LIMIT_EXCEEDED");

        run();
        assertThat(call("x", ABLE).at("/result/resultType").asText()).isEqualTo("task");
    }

    @Test
    void whatATaskWasAskedAndAnsweredIsEncrypted() {
        JsonNode task = call("Winterthur", ABLE).path("result");
        run();
        assertThat(get(task).toString()).contains("Winterthur");

        String row = world.database.sql().selectFrom(MCP_TASK).fetch().formatJSON();
        assertThat(row).doesNotContain("Winterthur", task.path("taskId").asText());
    }

    @Test
    void whatANodeLeftBehindHasFailed() {
        JsonNode task = call("x", ABLE).path("result");

        world.background().abandon();

        assertThat(get(task).path("status").asText()).isEqualTo("failed");
        assertThat(get(task).at("/error/message").asText()).contains("restarted");
    }

    private void run() {
        for (Runnable work = background.poll(); work != null; work = background.poll()) {
            work.run();
        }
    }

    private JsonNode call(String how, String capabilities) {
        String params = "\"name\":\"soqlQuery\",\"arguments\":{\"q\":\"" + how + "\"}";
        return McpWorld.json(world.post(CALL, message("tools/call", params, capabilities)));
    }

    private JsonNode get(JsonNode task) {
        return post("tasks/get", task.path("taskId").asText(), "", ABLE).path("result");
    }

    private JsonNode cancel(JsonNode task) {
        return post("tasks/cancel", task.path("taskId").asText(), "", ABLE).path("result");
    }

    private JsonNode answer(JsonNode task, String name, String answer) {
        return post("tasks/update", task.path("taskId").asText(), ",\"inputResponses\":{\"" + name + "\":" + answer + "}", ABLE).path("result");
    }

    private JsonNode post(String method, String taskId, String more, String capabilities) {
        McpHeaders headers = ModernMessages.headers(method, taskId);
        return McpWorld.json(world.post(headers, message(method, "\"taskId\":\"" + taskId + "\"" + more, capabilities)));
    }

    private static String message(String method, String params, String capabilities) {
        return ModernMessages.request(method, params).replace("clientCapabilities\":{}", "clientCapabilities\":{" + capabilities + "}");
    }
}
