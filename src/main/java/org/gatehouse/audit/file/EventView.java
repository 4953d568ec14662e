package org.gatehouse.audit.file;

import static org.gatehouse.platform.database.schema.Tables.AUDIT_EVENT;

import java.util.List;
import java.util.Objects;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * An event as whoever may read the log sees it.
 *
 * @param id its number in the log
 * @param occurredAt in ISO 8601
 * @param before what a change of the setup replaced, as JSON text
 * @param after what it put there, as JSON text
 * @param occurrences how many alike it stands for
 * @param traceId the trace that it was part of (W3C Trace Context)
 * @param tokenDigest SHA-256 of the access token that it came with, in hexadecimal
 */
public record EventView(
        long id,
        String occurredAt,
        String type,
        String requestId,
        @Nullable String userId,
        @Nullable String username,
        @Nullable String clientId,
        @Nullable String connectionId,
        @Nullable String clientAddress,
        @Nullable String server,
        @Nullable String action,
        @Nullable String tool,
        List<String> argumentNames,
        @Nullable String argumentsDigest,
        List<String> objects,
        List<String> recordIds,
        @Nullable Long rowsReturned,
        @Nullable String before,
        @Nullable String after,
        String outcome,
        @Nullable Integer statusCode,
        @Nullable String errorCode,
        long durationMicros,
        long occurrences,
        @Nullable String traceId,
        @Nullable String tokenDigest) {
    static EventView of(Record row) {
        return new EventView(
                row.get(AUDIT_EVENT.ID), Objects.requireNonNull(row.get(AUDIT_EVENT.OCCURRED_AT)).toString(), row.get(AUDIT_EVENT.EVENT_TYPE),
                row.get(AUDIT_EVENT.REQUEST_ID), row.get(AUDIT_EVENT.USER_ID), row.get(AUDIT_EVENT.USERNAME), row.get(AUDIT_EVENT.CLIENT_ID),
                row.get(AUDIT_EVENT.GRANT_ID), row.get(AUDIT_EVENT.CLIENT_ADDRESS), row.get(AUDIT_EVENT.SERVER), row.get(AUDIT_EVENT.METHOD),
                row.get(AUDIT_EVENT.TOOL), list(row.get(AUDIT_EVENT.ARGUMENT_NAMES)), row.get(AUDIT_EVENT.ARGUMENTS_DIGEST),
                list(row.get(AUDIT_EVENT.OBJECTS)), list(row.get(AUDIT_EVENT.RECORD_IDS)), row.get(AUDIT_EVENT.ROWS_RETURNED),
                row.get(AUDIT_EVENT.BEFORE_VALUE), row.get(AUDIT_EVENT.AFTER_VALUE), row.get(AUDIT_EVENT.OUTCOME),
                row.get(AUDIT_EVENT.STATUS_CODE), row.get(AUDIT_EVENT.ERROR_CODE), row.get(AUDIT_EVENT.DURATION_MICROS),
                Objects.requireNonNullElse(row.get(AUDIT_EVENT.OCCURRENCES), 1L), row.get(AUDIT_EVENT.TRACE_ID), row.get(AUDIT_EVENT.TOKEN_DIGEST));
    }

    private static List<String> list(@Nullable String names) {
        return names == null ? List.of() : List.of(names.split(","));
    }
}
