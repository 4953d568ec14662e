package org.gatehouse.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.gatehouse.audit.AuditDraft;
import org.gatehouse.catalog.approval.Approvals;
import org.gatehouse.catalog.approval.PendingCall;
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
     * @throws ProblemException approval needed; and all that {@link ToolInvoker#invoke} refuses
     */
    public ToolResult call(McpServer server, String tool, ObjectNode arguments, AuditDraft audit) {
        // An unknown tool and arguments that do not fit are refused by the call itself; nobody is asked about them.
        Optional<CheckedTool> found = server.toolThatNeedsApproval(tool).filter(needing -> needing.fits(arguments));
        Optional<ObjectNode> rehearsal = found.flatMap(needing -> needing.rehearsal(arguments));
        if (found.isEmpty() || rehearsal.filter(arguments::equals).isPresent()) {
            return invoker.invoke(server, tool, arguments, audit);
        }
        PendingCall call = server.pending(found.get(), arguments);
        if (approvals.isApproved(call)) {
            return invoker.invokeApproved(server, arguments, audit, call);
        }
        JsonNode tried = rehearsal.map(it -> invoker.rehearse(server, tool, arguments, it, audit).structured()).orElse(null);
        // Nothing of what was tried is in the answer.
        audit.rows(0);
        approvals.request(call, tried);
        throw new ProblemException(new Problem.ApprovalNeeded(
                "This call needs the person's approval, and nothing was done yet. Ask the person to open the location, where they see exactly this call; once they have approved"
                        + " it, make the same call with the same arguments again. It waits for " + Approvals.LIFETIME.toMinutes() + " minutes.",
                deployment.url("/approvals")));
    }
}
