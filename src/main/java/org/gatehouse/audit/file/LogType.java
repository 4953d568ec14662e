package org.gatehouse.audit.file;

import static org.gatehouse.platform.database.schema.Tables.AUDIT_EVENT;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.Outcome;
import org.jooq.Condition;

/** The event types that have event log files. */
public enum LogType {
    API_TOTAL_USAGE(EventType.API_TOTAL_USAGE),
    LOGIN(EventType.LOGIN),
    LOGOUT(EventType.LOGOUT),
    OAUTH(EventType.OAUTH),
    PERMISSION_UPDATE(EventType.PERMISSION_UPDATE),
    SETUP_AUDIT_TRAIL(EventType.SETUP_AUDIT_TRAIL),
    SHARING_RECALCULATION(EventType.SHARING_RECALCULATION),
    ALERT(EventType.ALERT),
    /** Calls that were refused because of a right, a scope, or because something is not there for the caller. They are in ApiTotalUsage too. */
    INSUFFICIENT_ACCESS("InsufficientAccess", EventType.API_TOTAL_USAGE);

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final String apiName;
    private final EventType type;

    LogType(EventType type) {
        this(type.apiName(), type);
    }

    LogType(String apiName, EventType type) {
        this.apiName = apiName;
        this.type = type;
    }

    public String apiName() {
        return apiName;
    }

    /** Which events belong to it. */
    Condition condition() {
        Condition ofType = AUDIT_EVENT.EVENT_TYPE.eq(type.apiName());
        return this == INSUFFICIENT_ACCESS
                ? ofType.and(AUDIT_EVENT.OUTCOME.eq(Outcome.REFUSED.name())).and(AUDIT_EVENT.STATUS_CODE.in(UNAUTHORIZED, FORBIDDEN, NOT_FOUND))
                : ofType;
    }

    /** Its columns, in the order of the file. */
    public List<LogColumn> columns() {
        return LogColumns.of(this);
    }

    /** The type of that name. */
    public static Optional<LogType> named(String apiName) {
        return Arrays.stream(values()).filter(type -> type.apiName.equals(apiName)).findFirst();
    }
}
