package org.gatehouse.mcp.protocol;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.gatehouse.platform.problem.ProblemException;

/** Answers one MCP message: reads it, has it done, writes the reply. */
@Singleton
public class McpProtocol {
    private final McpDispatcher dispatcher;
    private final McpErrors errors;

    @Inject
    McpProtocol(McpDispatcher dispatcher, McpErrors errors) {
        this.dispatcher = dispatcher;
        this.errors = errors;
    }

    /** Answers a posted message. */
    public HttpAnswer post(McpExchange exchange, byte[] body) {
        return answer(exchange, EraLadder.classify(JsonRpcCodec.read(body), exchange.headers()));
    }

    /** Ends the session that the headers name. */
    public HttpAnswer endSession(McpExchange exchange) {
        return answer(exchange, LegacyEra.INSTANCE.end(exchange.headers()));
    }

    private HttpAnswer answer(McpExchange exchange, Inbound inbound) {
        McpReply reply;
        try {
            reply = dispatcher.dispatch(McpCall.of(exchange, inbound));
        } catch (ProblemException e) {
            reply = errors.reply(e.problem(), exchange.serverName(), inbound);
        }
        return AnswerWriter.write(inbound.era(), inbound.id(), reply);
    }
}
