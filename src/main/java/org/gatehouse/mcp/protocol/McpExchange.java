package org.gatehouse.mcp.protocol;

import java.util.UUID;
import org.gatehouse.audit.Actor;
import org.gatehouse.audit.Channel;
import org.gatehouse.identity.Caller;
import org.gatehouse.platform.network.ClientAddress;
import org.gatehouse.platform.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * What HTTP knows of a message: who sends it, where to, from where.
 *
 * @param serverName the server as the URL names it, for example {@code platform/object-reads}
 * @param requestId the id that the answer and the audit event carry
 * @param clientAddress the address the request came from
 * @param channel the method and path of the request
 * @param stream where messages go before the answer
 * @param tokenDigest the hash of the token that it came with
 * @param transportTrace the trace that the HTTP request names
 * @param trace the trace that the message is part of: the one that it names itself, or the HTTP request's
 */
public record McpExchange(
        Caller caller, String serverName, String requestId, ClientAddress clientAddress, Channel channel, McpHeaders headers, MessageStream stream,
        @Nullable String tokenDigest, Trace transportTrace, Trace trace) {
    /** One that brings a message which is not read yet. */
    public McpExchange(
            Caller caller, String serverName, String requestId, ClientAddress clientAddress, Channel channel, McpHeaders headers, MessageStream stream,
            @Nullable String tokenDigest, Trace transportTrace) {
        this(caller, serverName, requestId, clientAddress, channel, headers, stream, tokenDigest, transportTrace, transportTrace);
    }

    /** The same, with the trace that the message names itself, if it does. */
    McpExchange within(Trace named) {
        return named.known()
                ? new McpExchange(caller, serverName, requestId, clientAddress, channel, headers, stream, tokenDigest, transportTrace, named)
                : this;
    }

    /** The id of its trace. */
    String traceId() {
        return trace.id(requestId);
    }

    /** The same, continued for the caller as they are now; a request of its own in the event log. */
    McpExchange as(Caller now) {
        return new McpExchange(now, serverName, UUID.randomUUID().toString(), clientAddress, channel, headers, stream, tokenDigest, transportTrace, trace);
    }

    /** The same in the background: a request of its own, with nobody to hear what it says before it answers. */
    McpExchange inBackground(String ownRequestId) {
        return new McpExchange(caller, serverName, ownRequestId, clientAddress, channel, headers, new NoStream(), tokenDigest, transportTrace, trace);
    }

    Actor actor() {
        return new Actor(caller.userId(), caller.username(), caller.clientId(), caller.grantId(), clientAddress.toString(), tokenDigest);
    }
}
