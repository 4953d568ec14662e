package org.gatehouse.audit.file;

import static org.gatehouse.platform.database.schema.Tables.CLIENT;

import java.util.Objects;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** An event as it was read for a file. */
final class LogEvent {
    private final Record row;
    private final String organization;

    LogEvent(Record row, String organization) {
        this.row = row;
        this.organization = organization;
    }

    /** The installation that the event is of. */
    String organization() {
        return organization;
    }

    /** The present label of the client; its id where the client is gone. */
    String clientLabel(Field<String> clientId) {
        return Objects.requireNonNullElse(row.get(CLIENT.LABEL), text(clientId));
    }

    <T> @Nullable T get(Field<T> column) {
        return row.get(column);
    }

    /** The column as text, empty for null. */
    String text(Field<?> column) {
        Object value = row.get(column);
        return value == null ? "" : value.toString();
    }
}
