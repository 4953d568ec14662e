package org.gatehouse.audit;

import static org.gatehouse.platform.database.schema.Tables.AUDIT_EVENT;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.gatehouse.platform.database.Database;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** The rows of the event log. They are only added. */
@Singleton
public class EventRows {
    private final Database database;
    private final EventSeal seal;

    @Inject
    public EventRows(Database database, EventSeal seal) {
        this.database = database;
        this.seal = seal;
    }

    /** Adds an event to whatever transaction there is. */
    public void insert(AuditEvent event) {
        Record row = row(event);
        row.set(AUDIT_EVENT.SEAL, seal.of(row));
        database.sql().insertInto(AUDIT_EVENT).set(row).execute();
    }

    private Record row(AuditEvent event) {
        Actor actor = event.actor();
        Channel channel = event.channel();
        Record row = database.sql().newRecord(AUDIT_EVENT);
        row.set(AUDIT_EVENT.EVENT_KEY, UUID.randomUUID().toString());
        row.set(AUDIT_EVENT.NODE, seal.node());
        // The database keeps microseconds; what it does not keep must not be under the seal.
        row.set(AUDIT_EVENT.OCCURRED_AT, event.occurredAt().truncatedTo(ChronoUnit.MICROS));
        row.set(AUDIT_EVENT.EVENT_TYPE, event.type().apiName());
        fit(row, AUDIT_EVENT.REQUEST_ID, event.requestId());
        fit(row, AUDIT_EVENT.USER_ID, actor.userId());
        fit(row, AUDIT_EVENT.USERNAME, actor.username());
        fit(row, AUDIT_EVENT.CLIENT_ID, actor.clientId());
        fit(row, AUDIT_EVENT.GRANT_ID, actor.grantId());
        fit(row, AUDIT_EVENT.CLIENT_ADDRESS, actor.clientAddress());
        row.set(AUDIT_EVENT.API_FAMILY, channel.family().name());
        fit(row, AUDIT_EVENT.HTTP_METHOD, channel.httpMethod());
        fit(row, AUDIT_EVENT.API_RESOURCE, channel.resource());
        fit(row, AUDIT_EVENT.SERVER, event.server());
        fit(row, AUDIT_EVENT.METHOD, event.method());
        fit(row, AUDIT_EVENT.TOOL, event.tool());
        ArgumentsDigest arguments = event.arguments();
        if (arguments != null) {
            fit(row, AUDIT_EVENT.ARGUMENT_NAMES, list(arguments.names()));
            row.set(AUDIT_EVENT.ARGUMENTS_DIGEST, arguments.digest());
        }
        fit(row, AUDIT_EVENT.OBJECTS, list(event.objects()));
        fit(row, AUDIT_EVENT.RECORD_IDS, list(event.recordIds()));
        row.set(AUDIT_EVENT.ROWS_RETURNED, event.rowsReturned());
        SetupChange change = event.change();
        if (change != null) {
            fit(row, AUDIT_EVENT.BEFORE_VALUE, change.before());
            fit(row, AUDIT_EVENT.AFTER_VALUE, change.after());
        }
        row.set(AUDIT_EVENT.OUTCOME, event.outcome().name());
        row.set(AUDIT_EVENT.STATUS_CODE, event.statusCode());
        fit(row, AUDIT_EVENT.ERROR_CODE, event.errorCode());
        row.set(AUDIT_EVENT.DURATION_MICROS, event.duration().toNanos() / 1_000);
        fit(row, AUDIT_EVENT.PROTOCOL_VERSION, event.protocolVersion());
        fit(row, AUDIT_EVENT.TRACE_ID, event.traceId());
        fit(row, AUDIT_EVENT.TOKEN_DIGEST, actor.tokenDigest());
        row.set(AUDIT_EVENT.OCCURRENCES, event.occurrences() == 1 ? null : event.occurrences());
        return row;
    }

    private static @Nullable String list(List<String> names) {
        return names.isEmpty() ? null : String.join(",", names);
    }

    /** Text that a client chose, in the width of its column: an event must be neither lost nor swollen because somebody sent a megabyte. */
    private static void fit(Record row, TableField<?, String> column, @Nullable String text) {
        row.set(column, text == null ? null : AuditText.shorten(text, column.getDataType().length()));
    }
}
