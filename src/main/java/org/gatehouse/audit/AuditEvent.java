package org.gatehouse.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did or tried.
 *
 * @param type the event type, for example {@code ApiTotalUsage}
 * @param server the MCP server, for example {@code platform/object-reads}
 * @param method the protocol's method, for example {@code tools/call}
 * @param tool the tool's name where one was called
 * @param objects the API names of the objects that were touched, in order
 * @param recordIds the ids of the records that were changed, in the order of the changes
 * @param rowsReturned how many records the answer carries
 * @param errorCode the problem's code where the call did not succeed
 */
public record AuditEvent(
        Instant occurredAt,
        String type,
        String requestId,
        Actor actor,
        @Nullable String server,
        @Nullable String method,
        @Nullable String tool,
        List<String> objects,
        List<String> recordIds,
        @Nullable Long rowsReturned,
        Outcome outcome,
        @Nullable String errorCode,
        Duration duration,
        @Nullable String protocolVersion) {
    public AuditEvent {
        objects = List.copyOf(objects);
        recordIds = List.copyOf(recordIds);
    }
}
