package org.gatehouse.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did or tried.
 *
 * @param type what kind of thing it was
 * @param channel how it came in
 * @param server the MCP server, for example {@code platform/object-reads}
 * @param method the protocol's method, for example {@code tools/call}, or the name of an act of administration
 * @param tool the tool's name where one was called
 * @param arguments the tool's arguments, without their values
 * @param objects the API names of the objects that were touched, in order
 * @param recordIds the ids of the records that were changed, in the order of the changes
 * @param rowsReturned how many records the answer carries
 * @param change what a change of the setup replaced
 * @param statusCode the HTTP status of the outcome; MCP may carry it inside an answer of status 200
 * @param errorCode the problem's code where the call did not succeed
 * @param traceId the trace that it was part of (W3C Trace Context)
 * @param occurrences how many alike it stands for; one, except for what was counted together
 */
public record AuditEvent(
        Instant occurredAt,
        EventType type,
        String requestId,
        Actor actor,
        Channel channel,
        @Nullable String server,
        @Nullable String method,
        @Nullable String tool,
        @Nullable ArgumentsDigest arguments,
        List<String> objects,
        List<String> recordIds,
        @Nullable Long rowsReturned,
        @Nullable SetupChange change,
        Outcome outcome,
        int statusCode,
        @Nullable String errorCode,
        Duration duration,
        @Nullable String protocolVersion,
        @Nullable String traceId,
        long occurrences) {
    /** An event of one thing, in no trace. */
    public AuditEvent(
            Instant occurredAt, EventType type, String requestId, Actor actor, Channel channel, @Nullable String server, @Nullable String method,
            @Nullable String tool, @Nullable ArgumentsDigest arguments, List<String> objects, List<String> recordIds, @Nullable Long rowsReturned,
            @Nullable SetupChange change, Outcome outcome, int statusCode, @Nullable String errorCode, Duration duration,
            @Nullable String protocolVersion) {
        this(
                occurredAt, type, requestId, actor, channel, server, method, tool, arguments, objects, recordIds, rowsReturned, change, outcome,
                statusCode, errorCode, duration, protocolVersion, null, 1);
    }

    public AuditEvent {
        objects = List.copyOf(objects);
        recordIds = List.copyOf(recordIds);
    }
}
