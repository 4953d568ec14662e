package org.gatehouse.audit.alert;

import static org.gatehouse.platform.database.schema.Tables.EVENT_ALERT_RAISED;
import static org.jooq.impl.DSL.max;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatehouse.audit.Actor;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.database.schema.tables.EventAlertRaised;
import org.jooq.Record;

/** The alerts that were raised. */
@Singleton
class RaisedAlerts {
    private static final EventAlertRaised R = EVENT_ALERT_RAISED;

    private final Database database;
    private final InstantSource clock;

    @Inject
    RaisedAlerts(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Notes one, as part of the caller's transaction. */
    RaisedAlert add(Alert alert, String subject, Actor who, long step, long times, boolean frozen) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Long id = database.sql()
                .insertInto(R)
                .set(R.ALERT, alert.name())
                .set(R.VERSION, version(alert))
                .set(R.RAISED_AT, now)
                .set(R.EACH_OF, alert.each().name())
                .set(R.SUBJECT, subject)
                .set(R.USERNAME, who.username())
                .set(R.CLIENT_ID, who.clientId())
                .set(R.STEP, step)
                .set(R.TIMES, times)
                .set(R.THRESHOLD, alert.threshold())
                .set(R.MINUTES, alert.minutes())
                .set(R.FROZEN, frozen)
                .returningResult(R.ID)
                .fetchSingle()
                .value1();
        return new RaisedAlert(
                Objects.requireNonNull(id), alert.name(), now.toString(), alert.each(), subject, who.username(), who.clientId(), times,
                alert.threshold(), alert.minutes(), frozen);
    }

    /** By subject, the last step at which an alert was raised in its present version. */
    Map<String, Long> lastSteps(Alert alert, Collection<String> subjects) {
        return database.sql()
                .select(R.SUBJECT, max(R.STEP))
                .from(R)
                .where(R.ALERT.eq(alert.name()))
                .and(R.VERSION.eq(version(alert)))
                .and(R.SUBJECT.in(subjects))
                .groupBy(R.SUBJECT)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    /** The latest, newest first. */
    List<RaisedAlert> newest(Instant from, int most) {
        return database.sql().selectFrom(R).where(R.RAISED_AT.ge(from)).orderBy(R.ID.desc()).limit(most).fetch(RaisedAlerts::raised);
    }

    private static RaisedAlert raised(Record row) {
        return new RaisedAlert(
                row.get(R.ID), row.get(R.ALERT), Objects.requireNonNull(row.get(R.RAISED_AT)).toString(), Each.valueOf(row.get(R.EACH_OF)),
                row.get(R.SUBJECT), row.get(R.USERNAME), row.get(R.CLIENT_ID), row.get(R.TIMES), row.get(R.THRESHOLD), row.get(R.MINUTES),
                row.get(R.FROZEN));
    }

    private static int version(Alert alert) {
        return Objects.requireNonNull(alert.version(), "an alert in the database has one");
    }
}
