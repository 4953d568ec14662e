package org.gatehouse.mcp.protocol;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;
import org.gatehouse.audit.RefusalCounts;
import org.gatehouse.catalog.McpServer;
import org.gatehouse.catalog.ServerCatalog;
import org.gatehouse.catalog.Tier;
import org.gatehouse.catalog.limit.Answer;
import org.gatehouse.catalog.limit.Budgets;
import org.gatehouse.catalog.limit.Spent;
import org.gatehouse.catalog.limit.Use;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/**
 * Holds messages to the limits. Calls are counted before anything is looked at, so that no refusal comes free; rows and bytes when the answer is
 * known and before it is delivered.
 */
@Singleton
class McpLimits {
    private final Budgets budgets;
    private final ServerCatalog catalog;
    private final RefusalCounts refusals;

    @Inject
    McpLimits(Budgets budgets, ServerCatalog catalog, RefusalCounts refusals) {
        this.budgets = budgets;
        this.catalog = catalog;
        this.refusals = refusals;
    }

    /** Counts the message if it is a call; the refusal of one too many, which is noted together with others like it. */
    Optional<McpReply> refusal(McpCall call) {
        McpRequest request = call.inbound().request();
        // What goes on in the background was counted when the client asked for it. Nonsense counts: it leaves an event like any call.
        if (call.inbound().client().inBackground() || !(counts(request) || request instanceof McpRequest.Invalid)) {
            return Optional.empty();
        }
        Optional<Spent> spent = counted(call);
        spent.ifPresent(limit -> refusals.count(call.audit(), limit.problem().status(), limit.problem().rule(), limit.budget().ofWhom()));
        return spent.map(limit -> new McpReply.Limited(limit.problem()));
    }

    private Optional<Spent> counted(McpCall call) {
        try {
            return budgets.countCall(use(call), call.caller().accessVersion());
        } catch (RuntimeException e) {
            // Limits that cannot be read let nothing through.
            McpLog.LOG.limitsNotLookedAt(call.audit().requestId(), e);
            throw new ProblemException(new Problem.Internal(call.audit().requestId()));
        }
    }

    /**
     * Answers a message within what is left for its answer.
     *
     * @throws ProblemException budget spent: before, and nothing was done; or after, and nothing of the answer is delivered
     */
    McpReply within(McpCall call, McpServer server, Supplier<McpReply> answer) {
        if (!counts(call.inbound().request())) {
            return answer.get();
        }
        Use use = use(call);
        long version = call.caller().accessVersion();
        budgets.requireLeft(use, version);
        McpReply reply = answer.get();
        if (reply instanceof McpReply.Result result) {
            long bytes = budgets.countsBytes(use, version) ? Json.write(AnswerWriter.body(result)).length : 0;
            deliver(call, server, use, new Answer(call.audit().rows(), bytes));
        }
        return reply;
    }

    private void deliver(McpCall call, McpServer server, Use use, Answer answer) {
        long version = call.caller().accessVersion();
        if (changes(call, server)) {
            // It was done, and its client must hear of it, or it would do it again.
            budgets.charge(use, version, answer);
            return;
        }
        try {
            budgets.take(use, version, answer);
        } catch (ProblemException e) {
            call.audit().rows(0);
            throw e;
        }
    }

    private static boolean changes(McpCall call, McpServer server) {
        return call.inbound().request() instanceof McpRequest.CallTool asked
                && server.definition(asked.tool()).filter(tool -> tool.tier() != Tier.READ).isPresent();
    }

    private Use use(McpCall call) {
        String tool = call.inbound().request() instanceof McpRequest.CallTool asked ? asked.tool() : "";
        return Use.of(call.caller(), catalog.knows(call.caller(), tool) ? tool : "");
    }

    /** Whether a message makes something run that reads or changes records. */
    private static boolean counts(McpRequest request) {
        return request instanceof McpRequest.CallTool
                || request instanceof McpRequest.GetPrompt
                || request instanceof McpRequest.ReadResource
                || request instanceof McpRequest.CompletePrompt
                || request instanceof McpRequest.CompleteResource
                || request instanceof McpRequest.UpdateTask;
    }
}
