package org.gatehouse.audit;

import static org.gatehouse.platform.database.schema.Tables.AUDIT_EVENT;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** The rows of the event log. They are only added. */
final class EventRows {
    private EventRows() {}

    /** Adds an event to whatever transaction there is. */
    static void insert(DSLContext sql, AuditEvent event) {
        Actor actor = event.actor();
        sql.insertInto(AUDIT_EVENT)
                .set(AUDIT_EVENT.OCCURRED_AT, event.occurredAt())
                .set(AUDIT_EVENT.EVENT_TYPE, event.type())
                .set(AUDIT_EVENT.REQUEST_ID, event.requestId())
                .set(AUDIT_EVENT.USER_ID, actor.userId())
                .set(AUDIT_EVENT.USERNAME, actor.username())
                .set(AUDIT_EVENT.CLIENT_ID, actor.clientId())
                .set(AUDIT_EVENT.GRANT_ID, actor.grantId())
                .set(AUDIT_EVENT.SERVER, fit(AUDIT_EVENT.SERVER, event.server()))
                .set(AUDIT_EVENT.METHOD, fit(AUDIT_EVENT.METHOD, event.method()))
                .set(AUDIT_EVENT.TOOL, fit(AUDIT_EVENT.TOOL, event.tool()))
                .set(AUDIT_EVENT.OBJECTS, fit(AUDIT_EVENT.OBJECTS, list(event.objects())))
                .set(AUDIT_EVENT.RECORD_IDS, fit(AUDIT_EVENT.RECORD_IDS, list(event.recordIds())))
                .set(AUDIT_EVENT.ROWS_RETURNED, event.rowsReturned())
                .set(AUDIT_EVENT.OUTCOME, event.outcome().name())
                .set(AUDIT_EVENT.ERROR_CODE, fit(AUDIT_EVENT.ERROR_CODE, event.errorCode()))
                .set(AUDIT_EVENT.DURATION_MICROS, event.duration().toNanos() / 1_000)
                .set(AUDIT_EVENT.CLIENT_ADDRESS, fit(AUDIT_EVENT.CLIENT_ADDRESS, actor.clientAddress()))
                .set(AUDIT_EVENT.PROTOCOL_VERSION, fit(AUDIT_EVENT.PROTOCOL_VERSION, event.protocolVersion()))
                .execute();
    }

    private static @Nullable String list(List<String> names) {
        return names.isEmpty() ? null : String.join(",", names);
    }

    /** Text that a client chose, in the width of its column: an event must not be lost because somebody sent a long name. */
    private static @Nullable String fit(TableField<?, String> column, @Nullable String text) {
        return text == null ? null : AuditText.fit(text, column.getDataType().length());
    }
}
