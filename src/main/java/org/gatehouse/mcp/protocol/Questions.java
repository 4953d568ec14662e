package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gatehouse.catalog.dialogue.InputRequest;
import org.gatehouse.identity.Caller;
import org.gatehouse.platform.database.OpenStream;
import org.gatehouse.platform.database.RunningCalls;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The questions that clients of sessions were asked and have not answered yet (2025-11-25, client features). They are of this node: a session's
 * answers must reach the node that asked.
 */
@Singleton
class Questions {
    /** A person may well have to look something up before they answer. */
    private static final long PATIENCE_MINUTES = 10;

    private final Map<String, Question> open = new ConcurrentHashMap<>();
    private final RunningCalls running;

    @Inject
    Questions(RunningCalls running) {
        this.running = running;
    }

    /**
     * Asks.
     *
     * @return completed with all answers; or with the problem that the client did not answer, or that its connection ended
     */
    CompletableFuture<Answers> ask(String sessionId, McpExchange exchange, Map<String, InputRequest> questions) {
        Caller caller = exchange.caller();
        CompletableFuture<Answers> answers = new CompletableFuture<>();
        Runnable unwatched = running.watch(new OpenStream(caller.grantId(), exchange.clientAddress(), () -> answers.completeExceptionally(
                new ProblemException(new Problem.InvalidToken("The connection ended while the call waited for an answer. Connect again.")))));
        Map<String, JsonNode> given = new ConcurrentHashMap<>();
        Map<String, Question> asked = new HashMap<>();
        questions.forEach((name, question) -> asked.put(
                UUID.randomUUID().toString(), new Question(sessionId, caller.grantId(), name, questions.size(), given, answers)));
        open.putAll(asked);
        asked.forEach((id, question) -> exchange.stream().send(message(id, questions.get(question.name()))));
        return answers.orTimeout(PATIENCE_MINUTES, TimeUnit.MINUTES).handle((all, failure) -> {
            open.keySet().removeAll(asked.keySet());
            unwatched.run();
            if (failure == null) {
                return all;
            }
            throw failure instanceof TimeoutException ? unresponsive("The client did not answer in time.") : (RuntimeException) failure;
        });
    }

    /** Takes an answer to a question of this session; any other is nothing to us. */
    void answer(String sessionId, Caller caller, String id, @Nullable JsonNode result) {
        Question question = open.get(id);
        if (question == null || !question.isOf(sessionId, caller)) {
            return;
        }
        if (result == null) {
            question.answers().completeExceptionally(unresponsive("The client could not be asked for what the call needs."));
            return;
        }
        question.given().put(question.name(), result);
        if (question.given().size() == question.asked()) {
            question.answers().complete(new Answers(caller, question.given()));
        }
    }

    private static String message(String id, @Nullable InputRequest question) {
        if (question == null) {
            throw new IllegalArgumentException("There is no such question.");
        }
        ObjectNode params = InputAnswers.params(question);
        // 2025-11-25, client/elicitation, URL mode: each has an id of its own.
        return JsonRpcCodec.request(
                id, InputAnswers.method(question), question instanceof InputRequest.Page ? params.put("elicitationId", id) : params);
    }

    private static ProblemException unresponsive(String message) {
        return new ProblemException(new Problem.ClientUnresponsive(message));
    }

    /** All answers of one round, with the caller as of the last of them. */
    record Answers(Caller caller, Map<String, JsonNode> given) {}

    private record Question(
            String sessionId, String grantId, String name, int asked, Map<String, JsonNode> given, CompletableFuture<Answers> answers) {
        boolean isOf(String session, Caller caller) {
            return sessionId.equals(session) && grantId.equals(caller.grantId());
        }
    }
}
