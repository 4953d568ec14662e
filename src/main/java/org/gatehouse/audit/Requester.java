package org.gatehouse.audit;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.gatehouse.platform.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Who is behind the present request and how it came in, for events that are written deep inside. What no request asked for (a timer, the start)
 * is nobody's.
 */
@RequestScoped
public class Requester {
    private Actor actor = new Actor(null, null, null, null, null);
    private Channel channel = Channel.INSIDE;
    private String requestId = UUID.randomUUID().toString();
    private @Nullable String traceId;

    /** A request came in from an address, as part of a trace, by somebody who is not known yet. */
    public void cameIn(Channel how, String clientAddress, Trace trace) {
        channel = how;
        traceId = trace.id(requestId);
        actor = new Actor(null, null, null, null, clientAddress);
    }

    /** The request's person and client became known. */
    public void is(Actor known, Channel how, String id) {
        actor = known;
        channel = how;
        requestId = id;
    }

    public Actor actor() {
        return actor;
    }

    public Channel channel() {
        return channel;
    }

    public String requestId() {
        return requestId;
    }

    /** The trace that the request is part of; none for what no request asked for. */
    public @Nullable String traceId() {
        return traceId;
    }
}
