package org.gatehouse.audit.file;

import static org.gatehouse.platform.database.schema.Tables.AUDIT_EVENT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatehouse.audit.Channel;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.Outcome;
import org.gatehouse.platform.database.Database;
import org.jooq.Condition;
import org.jooq.Field;

/** What happened lately, in numbers. */
@Stateless
public class EventStatistics {
    private static final int TOP = 5;
    private static final int LOOKED_AT = 50;
    private static final Duration MEMORY = Duration.ofDays(30);
    private static final String TOOL_CALL = "tools/call";

    /** An event may stand for many. */
    private static final Field<Integer> TIMES = sum(coalesce(AUDIT_EVENT.OCCURRENCES, inline(1L))).cast(Integer.class);

    @Inject
    Database database;

    /** The numbers from a moment on. */
    public Summary since(Instant from) {
        Condition messages = AUDIT_EVENT.EVENT_TYPE.eq(EventType.API_TOTAL_USAGE.apiName())
                .and(AUDIT_EVENT.OCCURRED_AT.ge(from))
                .and(AUDIT_EVENT.API_FAMILY.eq(Channel.Family.MCP.name()));
        Condition calls = messages.and(AUDIT_EVENT.METHOD.eq(TOOL_CALL));
        Map<String, Integer> outcomes = database.sql()
                .select(AUDIT_EVENT.OUTCOME, TIMES)
                .from(AUDIT_EVENT)
                .where(calls)
                .groupBy(AUDIT_EVENT.OUTCOME)
                .fetch()
                .stream()
                .collect(Collectors.toMap(row -> row.value1(), row -> row.value2()));
        Condition unsuccessful = messages.and(AUDIT_EVENT.OUTCOME.ne(Outcome.SUCCESS.name()));
        return new Summary(
                outcomes.values().stream().mapToInt(Integer::intValue).sum(), outcomes.getOrDefault(Outcome.REFUSED.name(), 0),
                outcomes.getOrDefault(Outcome.FAILED.name(), 0), top(AUDIT_EVENT.USERNAME, calls), top(AUDIT_EVENT.CLIENT_ID, calls),
                top(AUDIT_EVENT.TOOL, calls), top(AUDIT_EVENT.OBJECTS, calls), top(AUDIT_EVENT.STATUS_CODE.cast(String.class), unsuccessful),
                top(AUDIT_EVENT.ERROR_CODE, unsuccessful), top(AUDIT_EVENT.CLIENT_ADDRESS, messages), newAddresses(from, messages));
    }

    /** Of the addresses that came most, those that had not come for a while before. Each costs one look into an index, so their number is bounded. */
    private List<Count> newAddresses(Instant from, Condition messages) {
        return most(AUDIT_EVENT.CLIENT_ADDRESS, messages, LOOKED_AT).stream().filter(it -> !cameBefore(it.name(), from)).limit(TOP).toList();
    }

    private boolean cameBefore(String address, Instant from) {
        return database.sql()
                .fetchExists(AUDIT_EVENT, AUDIT_EVENT.CLIENT_ADDRESS.eq(address).and(AUDIT_EVENT.OCCURRED_AT.lt(from)).and(AUDIT_EVENT.OCCURRED_AT.ge(from.minus(MEMORY))));
    }

    private List<Count> top(Field<String> column, Condition which) {
        return most(column, which, TOP);
    }

    private List<Count> most(Field<String> column, Condition which, int number) {
        return database.sql()
                .select(column, TIMES)
                .from(AUDIT_EVENT)
                .where(which)
                .and(column.isNotNull())
                .groupBy(column)
                .orderBy(TIMES.desc(), column)
                .limit(number)
                .fetch(row -> new Count(row.value1(), row.value2()));
    }

    /**
     * The numbers of tool calls.
     *
     * @param objects by the objects that a call was about, all of a call together
     * @param statuses of all messages that did not succeed, by status
     * @param errors of the same, by the problem's code
     * @param newAddresses those that no message came from in the 30 days before
     */
    public record Summary(
            int calls, int refused, int failed, List<Count> people, List<Count> clients, List<Count> tools, List<Count> objects, List<Count> statuses,
            List<Count> errors, List<Count> addresses, List<Count> newAddresses) {
        /** What is known where nothing may be read. */
        public static final Summary NOTHING =
                new Summary(0, 0, 0, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** How often something came. */
    public record Count(String name, int count) {}
}
