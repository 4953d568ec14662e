package org.gatehouse.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.audit.AuditDraft;
import org.gatehouse.catalog.approval.Approvals;
import org.gatehouse.catalog.approval.PendingCall;
import org.gatehouse.catalog.dialogue.ClientCapability;
import org.gatehouse.catalog.dialogue.Dialogue;
import org.gatehouse.catalog.dialogue.InputRequest;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/**
 * Calls tools; those that need the person's approval only with it. Without it the call is tried, if the tool can do that, so that people are
 * asked only about what can be done and see what it would do; the client gets told where the person approves, and calls again.
 */
@Singleton
public class ToolCalls {
    private final ToolInvoker invoker;
    private final Approvals approvals;
    private final Deployment deployment;

    @Inject
    public ToolCalls(ToolInvoker invoker, Approvals approvals, Deployment deployment) {
        this.invoker = invoker;
        this.approvals = approvals;
        this.deployment = deployment;
    }

    /**
     * Calls a tool that the server offers to its caller.
     *
     * @throws org.gatehouse.catalog.dialogue.InputRequired if the client can show the person where to approve, and has not yet
     * @throws ProblemException approval needed; and all that {@link ToolInvoker#invoke} refuses
     */
    public ToolResult call(McpServer server, String tool, ObjectNode arguments, Dialogue dialogue, AuditDraft audit) {
        // An unknown tool and arguments that do not fit are refused by the call itself; nobody is asked about them.
        Optional<CheckedTool> found = server.toolThatNeedsApproval(tool).filter(needing -> needing.fits(arguments));
        Optional<ObjectNode> rehearsal = found.flatMap(needing -> needing.rehearsal(arguments));
        if (found.isEmpty() || rehearsal.filter(arguments::equals).isPresent()) {
            return invoker.invoke(server, tool, arguments, dialogue, audit);
        }
        PendingCall call = server.pending(found.get(), arguments);
        if (approvals.isApproved(call)) {
            return invoker.invokeApproved(server, arguments, dialogue, audit, call);
        }
        JsonNode tried = rehearsal.map(it -> invoker.rehearse(server, tool, arguments, it, dialogue, audit).structured()).orElse(null);
        // Nothing of what was tried is in the answer.
        audit.rows(0);
        approvals.request(call, tried);
        String url = deployment.url("/approvals");
        if (dialogue.supports(ClientCapability.ELICITATION_URL)) {
            // A client that has shown the page and comes back without approval gets the refusal below, which its model can read.
            dialogue.ask(Map.of("approval", new InputRequest.Page(
                    "An agent's call needs your approval. See what it would do, and approve or refuse it.", url)));
        }
        throw new ProblemException(new Problem.ApprovalNeeded(
                "This call needs the person's approval, and nothing was done yet. Ask the person to open the location, where they see exactly this call; once they have approved"
                        + " it, make the same call with the same arguments again. It waits for " + Approvals.LIFETIME.toMinutes() + " minutes.",
                url));
    }
}
