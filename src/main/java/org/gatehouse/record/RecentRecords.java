package org.gatehouse.record;

import static org.gatehouse.platform.database.schema.Tables.RECENT_RECORD;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.gatehouse.metadata.ObjectDefinition;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Which records of each object a person opened or changed lately. Whether they are still visible is asked when they are listed. */
final class RecentRecords {
    /** How many are remembered for one person and object. */
    static final int MOST = 200;

    private final DSLContext sql;
    private final String userId;

    RecentRecords(DSLContext sql, String userId) {
        this.sql = sql;
        this.userId = userId;
    }

    /** Notes that the person saw records. */
    void seen(ObjectDefinition object, Collection<String> ids, Instant now) {
        // In one order, so that two calls at a time wait for each other instead of both for ever.
        for (String id : new TreeSet<>(ids)) {
            sql.insertInto(RECENT_RECORD)
                    .set(RECENT_RECORD.USER_ID, userId)
                    .set(RECENT_RECORD.OBJECT_NAME, object.apiName())
                    .set(RECENT_RECORD.RECORD_ID, id)
                    .set(RECENT_RECORD.SEEN_AT, now)
                    .onConflict(RECENT_RECORD.USER_ID, RECENT_RECORD.OBJECT_NAME, RECENT_RECORD.RECORD_ID)
                    .doUpdate()
                    .set(RECENT_RECORD.SEEN_AT, now)
                    .execute();
        }
        sql.select(RECENT_RECORD.SEEN_AT)
                .from(RECENT_RECORD)
                .where(mine(object))
                .orderBy(RECENT_RECORD.SEEN_AT.desc())
                .limit(1)
                .offset(MOST)
                .fetchOptional(RECENT_RECORD.SEEN_AT)
                .ifPresent(oldest -> sql.deleteFrom(RECENT_RECORD).where(mine(object)).and(RECENT_RECORD.SEEN_AT.le(oldest)).execute());
    }

    /** The ids, latest first. */
    List<String> of(ObjectDefinition object) {
        return sql.select(RECENT_RECORD.RECORD_ID)
                .from(RECENT_RECORD)
                .where(mine(object))
                .orderBy(RECENT_RECORD.SEEN_AT.desc(), RECENT_RECORD.RECORD_ID)
                .limit(MOST)
                .fetch(RECENT_RECORD.RECORD_ID);
    }

    private Condition mine(ObjectDefinition object) {
        return RECENT_RECORD.USER_ID.eq(userId).and(RECENT_RECORD.OBJECT_NAME.eq(object.apiName()));
    }
}
