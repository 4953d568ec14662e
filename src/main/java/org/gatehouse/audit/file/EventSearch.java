package org.gatehouse.audit.file;

import static org.gatehouse.platform.database.schema.Tables.AUDIT_EVENT;
import static org.jooq.impl.DSL.noCondition;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.gatehouse.platform.database.Database;
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
                .where(EventConditions.of(filter))
                .and(before == null ? noCondition() : AUDIT_EVENT.ID.lt(before))
                .orderBy(AUDIT_EVENT.ID.desc())
                .limit(Math.clamp(most, 1, MOST))
                .fetch(EventView::of);
    }
}
