package org.gatehouse.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.trace.Trace;
import org.jspecify.annotations.Nullable;

/** What is known so far of a call that will leave one audit event. Belongs to one call; not for sharing between threads. */
public final class AuditDraft {
    private static final int MOST_RECORD_IDS = 200;
    private static final int SUCCEEDED = 200;

    private final EventType type;
    private final String requestId;
    private final Actor actor;
    private final Channel channel;
    private final Set<String> objects = new TreeSet<>();
    private final Set<String> recordIds = new LinkedHashSet<>();
    private Instant startedAt = Instant.EPOCH;
    private long started = System.nanoTime();
    private @Nullable String server;
    private @Nullable String method;
    private @Nullable String tool;
    private @Nullable String protocolVersion;
    private String traceId;
    private @Nullable ArgumentsDigest arguments;
    private @Nullable Long rowsReturned;
    private int status = SUCCEEDED;
    private @Nullable String refusal;
    private boolean failed;
    private @Nullable AuditEvent joined;

    public AuditDraft(EventType type, String requestId, Actor actor, Channel channel) {
        this.type = type;
        this.requestId = requestId;
        this.traceId = Trace.own(requestId);
        this.actor = actor;
        this.channel = channel;
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

    public void arguments(ArgumentsDigest digest) {
        this.arguments = digest;
    }

    public void protocolVersion(String version) {
        this.protocolVersion = version;
    }

    /** Notes the trace that the call is part of. */
    public void traceId(String id) {
        this.traceId = id;
    }

    /** Notes an object whose records or metadata the call used. */
    public void object(String apiName) {
        objects.add(apiName);
    }

    /** Notes a record that the call changed. The first two hundred are kept. */
    public void record(String id) {
        if (recordIds.size() < MOST_RECORD_IDS) {
            recordIds.add(id);
        }
    }

    /** Notes how many records the answer carries. */
    public void rows(long count) {
        this.rowsReturned = count;
    }

    /** How many records the answer carries, as far as that was noted. */
    public long rows() {
        return rowsReturned == null ? 0 : rowsReturned;
    }

    /** Notes that the call is refused although it returns: its answer, with this HTTP status, is the refusal. */
    public void refused(int httpStatus, String errorCode) {
        this.status = httpStatus;
        this.refusal = errorCode;
    }

    /** Notes that the call failed although it returns: its answer, with this HTTP status, tells of the failure. */
    public void failed(int httpStatus, String errorCode) {
        refused(httpStatus, errorCode);
        this.failed = true;
    }

    /** The call begins. */
    void begin(Instant now) {
        startedAt = now;
        started = System.nanoTime();
    }

    /** The event of a call that returned. */
    AuditEvent returned() {
        return complete(refusal == null ? Outcome.SUCCESS : failed ? Outcome.FAILED : Outcome.REFUSED, status, refusal);
    }

    /** The event of a call that ended in a problem. */
    AuditEvent ended(Problem problem) {
        return complete(problem instanceof Problem.Internal ? Outcome.FAILED : Outcome.REFUSED, problem.status(), problem.rule());
    }

    private AuditEvent complete(Outcome outcome, int statusCode, @Nullable String errorCode) {
        return new AuditEvent(
                startedAt, type, requestId, actor, channel, server, method, tool, arguments, objects.stream().toList(),
                recordIds.stream().toList(), rowsReturned, null, outcome, statusCode, errorCode, Duration.ofNanos(System.nanoTime() - started),
                protocolVersion, traceId, 1);
    }

    /** Notes that the event was written in the call's own transaction. */
    void joined(AuditEvent event) {
        joined = event;
    }

    /** The event that was written in the call's own transaction, if that was so. */
    Optional<AuditEvent> joined() {
        return Optional.ofNullable(joined);
    }
}
