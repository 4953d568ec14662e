package org.gatehouse.audit.file;

import static org.gatehouse.platform.database.schema.Tables.AUDIT_EVENT;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** Filters as conditions of statements, the same wherever events are looked for. */
public final class EventConditions {
    private EventConditions() {}

    /** What must hold of the row of an event that the filter lets through. */
    public static Condition of(EventFilter filter) {
        return same(AUDIT_EVENT.EVENT_TYPE, filter.type())
                .and(filter.from() == null ? noCondition() : AUDIT_EVENT.OCCURRED_AT.ge(filter.from()))
                .and(filter.to() == null ? noCondition() : AUDIT_EVENT.OCCURRED_AT.lt(filter.to()))
                .and(same(AUDIT_EVENT.USERNAME, filter.username()))
                .and(same(AUDIT_EVENT.CLIENT_ID, filter.clientId()))
                .and(same(AUDIT_EVENT.SERVER, filter.server()))
                .and(same(AUDIT_EVENT.TOOL, filter.tool()))
                .and(same(AUDIT_EVENT.METHOD, filter.action()))
                .and(listed(AUDIT_EVENT.OBJECTS, filter.object()))
                .and(listed(AUDIT_EVENT.RECORD_IDS, filter.recordId()))
                .and(same(AUDIT_EVENT.OUTCOME, filter.outcome()))
                .and(same(AUDIT_EVENT.ERROR_CODE, filter.errorCode()))
                .and(same(AUDIT_EVENT.CLIENT_ADDRESS, filter.clientAddress()))
                .and(same(AUDIT_EVENT.REQUEST_ID, filter.requestId()));
    }

    private static Condition same(TableField<?, String> column, @Nullable String value) {
        return value == null ? noCondition() : column.eq(value);
    }

    /** Whether a name is one of those that the column holds, separated by commas. */
    private static Condition listed(Field<String> column, @Nullable String name) {
        return name == null ? noCondition() : concat(inline(","), column, inline(",")).contains(val("," + name + ","));
    }
}
