package org.gatehouse.audit.file;

import static org.gatehouse.platform.database.schema.Tables.AUDIT_EVENT;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gatehouse.audit.Channel.Family;
import org.gatehouse.audit.file.LogColumn.Kind;
import org.jooq.Field;

/**
 * The columns of the event log files. Those of ApiTotalUsage begin as in the files that administrators know from Salesforce, in their order, so
 * that what reads those reads these; what an MCP server can tell beyond that follows.
 */
final class LogColumns {
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSS").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DERIVED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final List<LogColumn> FIRST = List.of(
            text("EVENT_TYPE", AUDIT_EVENT.EVENT_TYPE),
            new LogColumn("TIMESTAMP", Kind.NUMBER, event -> TIMESTAMP.format(time(event))),
            text("REQUEST_ID", AUDIT_EVENT.REQUEST_ID),
            new LogColumn("ORGANIZATION_ID", Kind.STRING, LogEvent::organization),
            text("USER_ID", AUDIT_EVENT.USER_ID));

    private static final List<LogColumn> LAST = List.of(
            text("NODE", AUDIT_EVENT.NODE),
            text("EVENT_IDENTIFIER", AUDIT_EVENT.EVENT_KEY));

    private static final LogColumn USER_NAME = text("USER_NAME", AUDIT_EVENT.USERNAME);
    private static final LogColumn CLIENT_IP = new LogColumn("CLIENT_IP", Kind.IP, column(AUDIT_EVENT.CLIENT_ADDRESS));
    private static final LogColumn CLIENT_ID = text("CLIENT_ID", AUDIT_EVENT.CLIENT_ID);
    private static final LogColumn CONNECTION_ID = text("CONNECTION_ID", AUDIT_EVENT.GRANT_ID);
    private static final LogColumn DERIVED_TIME = new LogColumn("TIMESTAMP_DERIVED", Kind.DATE_TIME, event -> DERIVED.format(time(event)));
    private static final LogColumn STATUS_CODE = new LogColumn("STATUS_CODE", Kind.NUMBER, column(AUDIT_EVENT.STATUS_CODE));
    private static final LogColumn DECISION = new LogColumn("DECISION", Kind.STRING, LogColumns::decision);
    private static final LogColumn DECISION_RULE = text("DECISION_RULE", AUDIT_EVENT.ERROR_CODE);
    private static final LogColumn ACTION = text("ACTION", AUDIT_EVENT.METHOD);

    private static final List<LogColumn> USAGE = List.of(
            text("API_FAMILY", AUDIT_EVENT.API_FAMILY),
            text("API_VERSION", AUDIT_EVENT.PROTOCOL_VERSION),
            text("API_RESOURCE", AUDIT_EVENT.API_RESOURCE),
            new LogColumn("CLIENT_NAME", Kind.STRING, event -> event.clientLabel(AUDIT_EVENT.CLIENT_ID)),
            text("HTTP_METHOD", AUDIT_EVENT.HTTP_METHOD),
            CLIENT_IP,
            new LogColumn("COUNTS_AGAINST_API_LIMIT", Kind.BOOLEAN, event -> "1"),
            text("CONNECTED_APP_ID", AUDIT_EVENT.CLIENT_ID),
            new LogColumn("ENTITY_NAME", Kind.SET, column(AUDIT_EVENT.OBJECTS)),
            STATUS_CODE,
            new LogColumn("CONNECTED_APP_NAME", Kind.STRING, event -> event.clientLabel(AUDIT_EVENT.CLIENT_ID)),
            USER_NAME,
            DERIVED_TIME,
            new LogColumn("API_CLIENT_CATEGORY", Kind.STRING, LogColumns::category),
            CLIENT_ID,
            CONNECTION_ID,
            text("MCP_SERVER", AUDIT_EVENT.SERVER),
            text("MCP_METHOD", AUDIT_EVENT.METHOD),
            text("MCP_TOOL", AUDIT_EVENT.TOOL),
            new LogColumn("ARGUMENT_NAMES", Kind.SET, column(AUDIT_EVENT.ARGUMENT_NAMES)),
            text("ARGUMENTS_DIGEST", AUDIT_EVENT.ARGUMENTS_DIGEST),
            new LogColumn("RECORD_IDS", Kind.SET, column(AUDIT_EVENT.RECORD_IDS)),
            new LogColumn("ROWS_RETURNED", Kind.NUMBER, column(AUDIT_EVENT.ROWS_RETURNED)),
            new LogColumn("DURATION_MS", Kind.NUMBER, LogColumns::milliseconds),
            DECISION,
            DECISION_RULE,
            new LogColumn("OCCURRENCES", Kind.NUMBER, event -> Objects.requireNonNullElse(event.get(AUDIT_EVENT.OCCURRENCES), 1L).toString()),
            text("TRACE_ID", AUDIT_EVENT.TRACE_ID),
            text("TOKEN_SHA256", AUDIT_EVENT.TOKEN_DIGEST));

    private static final List<LogColumn> SIGN_IN = List.of(
            USER_NAME, CLIENT_IP, text("LOGIN_TYPE", AUDIT_EVENT.METHOD), DERIVED_TIME, DECISION,
            new LogColumn("LOGIN_STATUS", Kind.STRING, event -> Objects.requireNonNullElse(event.get(AUDIT_EVENT.ERROR_CODE), "LOGIN_NO_ERROR")));

    private static final List<LogColumn> OAUTH = List.of(
            USER_NAME, CLIENT_IP, ACTION, CLIENT_ID, CONNECTION_ID, text("RESOURCE", AUDIT_EVENT.OBJECTS), DERIVED_TIME, STATUS_CODE, DECISION,
            DECISION_RULE);

    private static final List<LogColumn> SETUP = List.of(
            USER_NAME, CLIENT_IP, ACTION, text("SUBJECT", AUDIT_EVENT.OBJECTS), text("OLD_VALUE", AUDIT_EVENT.BEFORE_VALUE),
            text("NEW_VALUE", AUDIT_EVENT.AFTER_VALUE), CLIENT_ID, text("API_RESOURCE", AUDIT_EVENT.API_RESOURCE), DERIVED_TIME);

    private static final List<LogColumn> RECALCULATION = List.of(
            USER_NAME, CLIENT_IP, ACTION, text("SUBJECT", AUDIT_EVENT.OBJECTS), text("DETAILS", AUDIT_EVENT.AFTER_VALUE), DERIVED_TIME);

    private static final List<LogColumn> ALERT = List.of(
            text("ALERT", AUDIT_EVENT.OBJECTS), text("DETAILS", AUDIT_EVENT.AFTER_VALUE), USER_NAME, CLIENT_ID, CONNECTION_ID, CLIENT_IP, DERIVED_TIME);

    private LogColumns() {}

    static List<LogColumn> of(LogType type) {
        List<LogColumn> own = switch (type) {
            case API_TOTAL_USAGE, INSUFFICIENT_ACCESS -> USAGE;
            case LOGIN, LOGOUT -> SIGN_IN;
            case OAUTH -> OAUTH;
            case PERMISSION_UPDATE, SETUP_AUDIT_TRAIL -> SETUP;
            case SHARING_RECALCULATION -> RECALCULATION;
            case ALERT -> ALERT;
        };
        return Stream.of(FIRST, own, LAST).flatMap(List::stream).toList();
    }

    private static LogColumn text(String name, Field<?> column) {
        return new LogColumn(name, Kind.STRING, column(column));
    }

    private static Function<LogEvent, String> column(Field<?> column) {
        return event -> event.text(column);
    }

    private static Instant time(LogEvent event) {
        return Objects.requireNonNull(event.get(AUDIT_EVENT.OCCURRED_AT));
    }

    private static String category(LogEvent event) {
        return Family.MCP.name().equals(event.get(AUDIT_EVENT.API_FAMILY)) ? "GATEHOUSE_HOSTED_MCP" : "EXTERNAL_APPLICATION";
    }

    private static String decision(LogEvent event) {
        return switch (event.text(AUDIT_EVENT.OUTCOME)) {
            case "SUCCESS" -> "ALLOWED";
            case "REFUSED" -> "REFUSED";
            default -> "FAILED";
        };
    }

    private static String milliseconds(LogEvent event) {
        Long micros = event.get(AUDIT_EVENT.DURATION_MICROS);
        return micros == null ? "" : BigDecimal.valueOf(micros, 3).toPlainString();
    }
}
