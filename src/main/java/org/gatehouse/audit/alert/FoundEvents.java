package org.gatehouse.audit.alert;

import static org.gatehouse.platform.database.schema.Tables.AUDIT_EVENT;
import static org.gatehouse.platform.database.schema.Tables.AUDIT_LINK;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.gatehouse.audit.Actor;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.file.EventConditions;
import org.gatehouse.platform.database.Database;
import org.jooq.Field;

/** Looks into the chain of a node for the events that an alert counts. */
@Singleton
class FoundEvents {
    private final Database database;

    @Inject
    FoundEvents(Database database) {
        this.database = database;
    }

    /** Those at positions after one, up to another. Raised alerts are events too, and raise none: it would never end. */
    List<Found> between(Alert alert, String node, long from, long to) {
        Field<String> subject = alert.each().subject();
        return database.sql()
                .select(
                        subject, AUDIT_EVENT.OCCURRED_AT, AUDIT_EVENT.OCCURRENCES, AUDIT_EVENT.USER_ID, AUDIT_EVENT.USERNAME, AUDIT_EVENT.CLIENT_ID,
                        AUDIT_EVENT.GRANT_ID, AUDIT_EVENT.CLIENT_ADDRESS)
                .from(AUDIT_LINK)
                .join(AUDIT_EVENT)
                .on(AUDIT_EVENT.ID.eq(AUDIT_LINK.EVENT_ID))
                .where(AUDIT_LINK.NODE.eq(node))
                .and(AUDIT_LINK.POSITION.gt(from))
                .and(AUDIT_LINK.POSITION.le(to))
                .and(EventConditions.of(alert.search().filter()))
                .and(AUDIT_EVENT.EVENT_TYPE.ne(EventType.ALERT.apiName()))
                .and(subject.isNotNull())
                .orderBy(AUDIT_LINK.POSITION)
                .fetch(row -> new Found(
                        row.value1(), Objects.requireNonNull(row.value2()), Objects.requireNonNullElse(row.value3(), 1L),
                        new Actor(row.value4(), row.value5(), row.value6(), row.value7(), row.value8())));
    }

    /**
     * One of them.
     *
     * @param subject whose it is
     * @param times how many alike it stands for
     */
    record Found(String subject, Instant occurredAt, long times, Actor actor) {}
}
