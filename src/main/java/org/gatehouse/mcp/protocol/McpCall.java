package org.gatehouse.mcp.protocol;

import org.gatehouse.audit.AuditDraft;
import org.gatehouse.audit.Auditable;
import org.gatehouse.audit.EventType;
import org.gatehouse.identity.Caller;

/** One message of one caller to one server, ready to be dispatched. */
record McpCall(Caller caller, String serverName, Inbound inbound, MessageStream stream, AuditDraft audit) implements Auditable {
    /** A call whose draft already tells what was asked of whom, so that a refusal tells it too. */
    static McpCall of(McpExchange exchange, Inbound inbound, String traceId) {
        AuditDraft audit = new AuditDraft(EventType.API_TOTAL_USAGE, exchange.requestId(), exchange.actor(), exchange.channel());
        audit.traceId(traceId);
        audit.server(exchange.serverName());
        if (inbound.method() != null) {
            audit.method(inbound.method());
        }
        if (inbound.version() != null) {
            audit.protocolVersion(inbound.version());
        }
        if (inbound.request() instanceof McpRequest.CallTool(var tool, var arguments, var mirrored)) {
            audit.tool(tool);
        }
        return new McpCall(exchange.caller(), exchange.serverName(), inbound, exchange.stream(), audit);
    }
}
