package org.gatehouse.mcp.protocol;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.gatehouse.mcp.task.Task;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/** Answers one MCP message: reads it, has it done, writes the reply. */
@Singleton
public class McpProtocol {
    /** A call that asks more often goes round in circles. */
    private static final int MOST_ROUNDS = 20;

    private final McpDispatcher dispatcher;
    private final McpErrors errors;
    private final Questions questions;
    private final Subscriptions subscriptions;
    private final OpenRequests requests;
    private final BackgroundTasks background;
    private final McpLimits limits;
    private final McpTelemetry telemetry;

    /** What goes on in the background mostly waits, and must not keep others waiting. */
    Executor executor = work -> Thread.ofVirtual().name("mcp-background").start(work);

    @Inject
    McpProtocol(McpDispatcher dispatcher, McpErrors errors, Questions questions, Subscriptions subscriptions, OpenRequests requests, BackgroundTasks background, McpLimits limits, McpTelemetry telemetry) {
        this.dispatcher = dispatcher;
        this.errors = errors;
        this.questions = questions;
        this.subscriptions = subscriptions;
        this.requests = requests;
        this.background = background;
        this.limits = limits;
        this.telemetry = telemetry;
    }

    /** Answers a posted message; completed at once unless the client is asked something, or listens. */
    public CompletableFuture<HttpAnswer> post(McpExchange exchange, byte[] body) {
        JsonRpcMessage message = JsonRpcCodec.read(body);
        return answer(exchange.within(McpTelemetry.named(message)), EraLadder.classify(message, exchange.headers()), 1);
    }

    /** Opens the stream of a session, or takes one up again; completed when it is over. */
    public CompletableFuture<HttpAnswer> listen(McpExchange exchange) {
        return answer(exchange, LegacyEra.INSTANCE.listen(exchange.headers()), 1);
    }

    /** Ends the session that the headers name. */
    public CompletableFuture<HttpAnswer> endSession(McpExchange exchange) {
        return answer(exchange, LegacyEra.INSTANCE.end(exchange.headers()), 1);
    }

    private CompletableFuture<HttpAnswer> answer(McpExchange exchange, Inbound inbound, int round) {
        McpReply reply = reply(exchange, inbound);
        if (reply instanceof McpReply.Listening(var server, var interests)) {
            return subscriptions.listen(exchange, inbound, server, interests);
        }
        if (reply instanceof McpReply.Resumed(var lastEventId)) {
            // What is not kept any more cannot be played again; what comes from now on can be heard.
            return exchange.stream().resume(lastEventId).orElseGet(() -> answer(exchange.as(exchange.caller()), inbound.listening(), round));
        }
        if (reply instanceof McpReply.InputNeeded needed && inbound.conversation() instanceof Conversation.Session(var session) && round < MOST_ROUNDS) {
            return nextRound(exchange, inbound, session, needed, round);
        }
        if (reply instanceof McpReply.TaskStarted(var task)) {
            goOn(task, exchange, inbound);
        }
        if (reply instanceof McpReply.TaskResumed(var task)) {
            goOn(task, exchange, inbound);
        }
        return CompletableFuture.completedFuture(AnswerWriter.write(inbound.era(), inbound.id(), reply));
    }

    /** Makes the call of a task in the background, as the caller who began it or answered it last. */
    private void goOn(Task task, McpExchange exchange, Inbound inbound) {
        Inbound call = background.call(task, inbound.version());
        executor.execute(() -> background.settle(task, reply(exchange.inBackground(task.requestId()), call)));
    }

    private McpReply reply(McpExchange exchange, Inbound inbound) {
        return telemetry.observe(exchange, inbound, traceId -> reply(exchange, inbound, traceId));
    }

    private McpReply reply(McpExchange exchange, Inbound inbound, String traceId) {
        try {
            McpCall call = McpCall.of(exchange, inbound, traceId);
            return limits.refusal(call)
                    .orElseGet(() -> requests.during(inbound.conversation(), inbound.id(), exchange.requestId(), () -> dispatcher.dispatch(call)));
        } catch (ProblemException e) {
            return errors.reply(e.problem(), exchange.serverName(), inbound);
        }
    }

    /** In a session the server asks by itself and makes the call again; no thread waits meanwhile. */
    private CompletableFuture<HttpAnswer> nextRound(McpExchange exchange, Inbound inbound, String session, McpReply.InputNeeded needed, int round) {
        return questions.ask(session, exchange, needed.questions())
                .thenComposeAsync(answers -> answer(exchange.as(answers.caller()), inbound.answering(answers.given()), round + 1), executor)
                .exceptionally(failure -> AnswerWriter.write(
                        inbound.era(), inbound.id(), errors.reply(problem(failure, exchange), exchange.serverName(), inbound)));
    }

    private static Problem problem(Throwable failure, McpExchange exchange) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof ProblemException known ? known.problem() : new Problem.Internal(exchange.requestId());
    }
}
