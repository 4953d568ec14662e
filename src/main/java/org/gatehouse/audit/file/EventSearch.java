package org.gatehouse.audit.file;

import static org.gatehouse.platform.database.schema.Tables.AUDIT_EVENT;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.gatehouse.platform.database.Database;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** Finds events of late, the newest first. */
@Stateless
public class EventSearch {
    /** The most events of a page. */
    public static final int MOST = 500;

    @Inject
    Database database;

    /**
     * A page of the events that a filter lets through.
     *
     * @param before the number of the last event of the page before; null for the first page
     */
    public List<EventView> page(EventFilter filter, @Nullable Long before, int most) {
        return database.sql()
                .selectFrom(AUDIT_EVENT)
                .where(condition(filter))
                .and(before == null ? noCondition() : AUDIT_EVENT.ID.lt(before))
                .orderBy(AUDIT_EVENT.ID.desc())
                .limit(Math.clamp(most, 1, MOST))
                .fetch(EventView::of);
    }

    private static Condition condition(EventFilter filter) {
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
