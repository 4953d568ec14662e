package org.gatehouse.audit.alert;

import static org.gatehouse.platform.database.schema.Tables.EVENT_ALERT_COUNT;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gatehouse.platform.database.Database;

/** What alerts have counted, by subject and step. */
@Singleton
class AlertCounts {
    private final Database database;

    @Inject
    AlertCounts(Database database) {
        this.database = database;
    }

    void add(String alert, String subject, long step, long times) {
        database.sql()
                .insertInto(
                        EVENT_ALERT_COUNT, EVENT_ALERT_COUNT.ALERT, EVENT_ALERT_COUNT.SUBJECT, EVENT_ALERT_COUNT.STEP, EVENT_ALERT_COUNT.TIMES)
                .values(alert, subject, step, times)
                .onDuplicateKeyUpdate()
                .set(EVENT_ALERT_COUNT.TIMES, EVENT_ALERT_COUNT.TIMES.plus(times))
                .execute();
    }

    /** The counts of a subject, by step. */
    SortedMap<Long, Long> of(String alert, String subject) {
        return new TreeMap<>(database.sql()
                .select(EVENT_ALERT_COUNT.STEP, EVENT_ALERT_COUNT.TIMES)
                .from(EVENT_ALERT_COUNT)
                .where(EVENT_ALERT_COUNT.ALERT.eq(alert))
                .and(EVENT_ALERT_COUNT.SUBJECT.eq(subject))
                .fetchMap(EVENT_ALERT_COUNT.STEP, EVENT_ALERT_COUNT.TIMES));
    }

    /** Forgets what was counted of a subject: it has raised the alert, and raises no other. */
    void forget(String alert, String subject) {
        database.sql().deleteFrom(EVENT_ALERT_COUNT).where(EVENT_ALERT_COUNT.ALERT.eq(alert)).and(EVENT_ALERT_COUNT.SUBJECT.eq(subject)).execute();
    }

    /** Forgets what no window reaches back to any more. */
    void forgetBefore(String alert, long step) {
        database.sql().deleteFrom(EVENT_ALERT_COUNT).where(EVENT_ALERT_COUNT.ALERT.eq(alert)).and(EVENT_ALERT_COUNT.STEP.lt(step)).execute();
    }
}
