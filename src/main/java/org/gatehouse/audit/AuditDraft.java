package org.gatehouse.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is known so far of a call that will leave one audit event. Belongs to one call; not for sharing between threads. */
public final class AuditDraft {
    private final String type;
    private final String requestId;
    private final Actor actor;
    private final Set<String> objects = new TreeSet<>();
    private @Nullable String server;
    private @Nullable String method;
    private @Nullable String tool;
    private @Nullable String protocolVersion;
    private @Nullable Long rowsReturned;
    private @Nullable String refusal;

    public AuditDraft(String type, String requestId, Actor actor) {
        this.type = type;
        this.requestId = requestId;
        this.actor = actor;
    }

    public String requestId() {
        return requestId;
    }

    public void server(String name) {
        this.server = name;
    }

    public void method(String name) {
        this.method = name;
    }

    public void tool(String name) {
        this.tool = name;
    }

    public void protocolVersion(String version) {
        this.protocolVersion = version;
    }

    /** Notes an object whose records or metadata the call used. */
    public void object(String apiName) {
        objects.add(apiName);
    }

    /** Notes how many records the answer carries. */
    public void rows(long count) {
        this.rowsReturned = count;
    }

    /** Notes that the call is refused although it returns: its answer is the refusal. */
    public void refused(String errorCode) {
        this.refusal = errorCode;
    }

    /** The event of a call that returned. */
    AuditEvent returned(Instant occurredAt, Duration duration) {
        return complete(occurredAt, duration, refusal == null ? Outcome.SUCCESS : Outcome.REFUSED, refusal);
    }

    /** The event, now that the call is over. */
    AuditEvent complete(Instant occurredAt, Duration duration, Outcome outcome, @Nullable String errorCode) {
        return new AuditEvent(
                occurredAt, type, requestId, actor, server, method, tool, objects.stream().toList(), rowsReturned, outcome, errorCode,
                duration, protocolVersion);
    }
}
