package org.gatehouse.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import org.gatehouse.audit.ArgumentsDigest;
import org.gatehouse.audit.AuditDraft;
import org.gatehouse.audit.ChangeAudit;
import org.gatehouse.audit.EventSeal;
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

    /**
     * Calls a tool that the server offers to its caller.
     *
     * <p>A tool that changes something leaves its event in the same transaction. Once the caller's connection ends, the call does too: its statement is cancelled and its transaction rolled back.
     *
     * @throws org.gatehouse.platform.problem.ProblemException not found if the server does not offer it, whatever the reason; invalid arguments if
     *     they do not fit the tool's input schema; and what the tool refuses
     */
    public ToolResult invoke(McpServer server, String tool, ObjectNode arguments, AuditDraft audit) {
        audit.arguments(new ArgumentsDigest(arguments.properties().stream().map(Map.Entry::getKey).toList(), seal.of(arguments.toString())));
        CheckedTool called = server.require(tool);
        return running.run(server.caller().grantId(), () -> {
            ToolResult result = called.call(new ToolCall(server.caller(), arguments, audit));
            if (called.definition().tier() != Tier.READ) {
                changes.write(audit);
            }
            return result;
        });
    }
}
