package org.gatehouse.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import org.gatehouse.audit.ArgumentsDigest;
import org.gatehouse.audit.AuditDraft;
import org.gatehouse.audit.ChangeAudit;
import org.gatehouse.audit.EventSeal;
import org.gatehouse.catalog.approval.Approvals;
import org.gatehouse.catalog.approval.PendingCall;
import org.gatehouse.catalog.dialogue.Dialogue;
import org.gatehouse.platform.database.RunningCalls;

/** Runs one tool in a transaction of its own. */
@Stateless
public class ToolInvoker {
    @Inject
    RunningCalls running;

    @Inject
    ChangeAudit changes;

    @Inject
    EventSeal seal;

    @EJB
    Approvals approvals;

    /**
     * Calls a tool that the server offers to its caller.
     *
     * <p>A tool that changes something leaves its event in the same transaction. Once the caller's connection ends, the call does too: its statement is cancelled and its transaction rolled back.
     *
     * @throws org.gatehouse.platform.problem.ProblemException not found if the server does not offer it, whatever the reason; invalid arguments if
     *     they do not fit the tool's input schema; and what the tool refuses
     */
    public ToolResult invoke(McpServer server, String tool, ObjectNode arguments, Dialogue dialogue, AuditDraft audit) {
        note(arguments, audit);
        CheckedTool called = server.require(tool);
        return running.run(server.caller().origin(), audit.requestId(), () -> run(server, called, arguments, dialogue, audit));
    }

    /**
     * Lets the tool try a call. No change comes of it, so there is no event of one.
     *
     * @param rehearsal the arguments with which the tool only tries, see {@link ToolHandler#rehearsal}
     */
    public ToolResult rehearse(McpServer server, String tool, ObjectNode arguments, ObjectNode rehearsal, Dialogue dialogue, AuditDraft audit) {
        note(arguments, audit);
        CheckedTool called = server.require(tool);
        return running.run(server.caller().origin(), audit.requestId(), () -> called.call(new ToolCall(server.caller(), rehearsal, dialogue, audit)));
    }

    /**
     * As {@link #invoke}, for a call that the person has approved. The approval is used up in the call's own transaction: a call that fails leaves it.
     * Only where the tool may do what no rollback takes back, it is used up before, so that a call that is cut off is never made twice on one approval.
     *
     * @throws org.gatehouse.platform.problem.ProblemException conflict if the approval is not there any more
     */
    public ToolResult invokeApproved(McpServer server, ObjectNode arguments, Dialogue dialogue, AuditDraft audit, PendingCall call) {
        note(arguments, audit);
        CheckedTool called = server.require(call.tool());
        return running.run(server.caller().origin(), audit.requestId(), () -> {
            if (called.actsOutside()) {
                approvals.useForGood(call);
            } else {
                approvals.use(call);
            }
            return run(server, called, arguments, dialogue, audit);
        });
    }

    private void note(ObjectNode arguments, AuditDraft audit) {
        audit.arguments(new ArgumentsDigest(arguments.properties().stream().map(Map.Entry::getKey).toList(), seal.of(arguments.toString())));
    }

    private ToolResult run(McpServer server, CheckedTool called, ObjectNode arguments, Dialogue dialogue, AuditDraft audit) {
        ToolResult result = called.call(new ToolCall(server.caller(), arguments, dialogue, audit));
        if (called.definition().tier() != Tier.READ) {
            changes.write(audit);
        }
        return result;
    }
}
