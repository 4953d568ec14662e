package org.gatehouse.mcp.protocol;

import java.util.UUID;
import org.gatehouse.audit.Actor;
import org.gatehouse.audit.Channel;
import org.gatehouse.identity.Caller;
import org.gatehouse.platform.network.ClientAddress;

/**
 * What HTTP knows of a message: who sends it, where to, from where.
 *
 * @param serverName the server as the URL names it, for example {@code platform/object-reads}
 * @param requestId the id that the answer and the audit event carry
 * @param clientAddress the address the request came from
 * @param channel the method and path of the request
 * @param stream where messages go before the answer
 */
public record McpExchange(
        Caller caller, String serverName, String requestId, ClientAddress clientAddress, Channel channel, McpHeaders headers, MessageStream stream) {
    /** The same, continued for the caller as they are now; a request of its own in the event log. */
    McpExchange as(Caller now) {
        return new McpExchange(now, serverName, UUID.randomUUID().toString(), clientAddress, channel, headers, stream);
    }

    /** The same in the background: a request of its own, with nobody to hear what it says before it answers. */
    McpExchange inBackground(String ownRequestId) {
        return new McpExchange(caller, serverName, ownRequestId, clientAddress, channel, headers, new NoStream());
    }

    Actor actor() {
        return new Actor(caller.userId(), caller.username(), caller.clientId(), caller.grantId(), clientAddress.toString());
    }
}
