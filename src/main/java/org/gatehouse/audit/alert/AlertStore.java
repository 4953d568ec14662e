package org.gatehouse.audit.alert;

import static org.gatehouse.platform.database.schema.Tables.EVENT_ALERT;
import static org.gatehouse.platform.database.schema.Tables.EVENT_ALERT_COUNT;
import static org.gatehouse.platform.database.schema.Tables.EVENT_ALERT_PLACE;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jooq.Field;
import org.jooq.Record;

/** The alerts in the database, as part of the caller's transaction. A new or changed one begins to count with the events that come then. */
@Singleton
class AlertStore {
    private final Database database;
    private final ChainPlaces places;

    @Inject
    AlertStore(Database database, ChainPlaces places) {
        this.database = database;
        this.places = places;
    }

    List<Alert> all() {
        return database.sql().selectFrom(EVENT_ALERT).orderBy(EVENT_ALERT.NAME).fetch(AlertStore::alert);
    }

    Optional<Alert> find(String name) {
        return database.sql().selectFrom(EVENT_ALERT).where(EVENT_ALERT.NAME.eq(name)).fetchOptional(AlertStore::alert);
    }

    /** One that is looked at, and that nobody else looks at or changes until the transaction ends. */
    Optional<Alert> lock(String name) {
        return database.sql()
                .selectFrom(EVENT_ALERT)
                .where(EVENT_ALERT.NAME.eq(name))
                .and(EVENT_ALERT.ENABLED)
                .forUpdate()
                .skipLocked()
                .fetchOptional(AlertStore::alert);
    }

    /** Adds an alert; a conflict if there is one of its name. */
    void create(Alert alert) {
        int created = database.sql()
                .insertInto(EVENT_ALERT)
                .set(columns(alert))
                .set(EVENT_ALERT.NAME, alert.name())
                .onDuplicateKeyIgnore()
                .execute();
        if (created == 0) {
            throw new ProblemException(new Problem.Conflict("There is an alert of this name already."));
        }
        beginAnew(alert.name());
    }

    /** Replaces an alert, at the version it was read at. */
    void update(Alert alert) {
        changedAtThatVersion(database.sql()
                .update(EVENT_ALERT)
                .set(columns(alert))
                .set(EVENT_ALERT.VERSION, EVENT_ALERT.VERSION.plus(1))
                .where(EVENT_ALERT.NAME.eq(alert.name()))
                .and(EVENT_ALERT.VERSION.eq(alert.version() == null ? -1 : alert.version()))
                .execute());
        beginAnew(alert.name());
    }

    /** Takes an alert away, at the version it was read at. */
    void delete(String name, int version) {
        changedAtThatVersion(
                database.sql().deleteFrom(EVENT_ALERT).where(EVENT_ALERT.NAME.eq(name)).and(EVENT_ALERT.VERSION.eq(version)).execute());
    }

    private static void changedAtThatVersion(int rows) {
        if (rows == 0) {
            throw new ProblemException(new Problem.Conflict(
                    "The alert has changed or gone since you read it. Read it again and repeat your change with the version you read."));
        }
    }

    private void beginAnew(String name) {
        database.sql().deleteFrom(EVENT_ALERT_COUNT).where(EVENT_ALERT_COUNT.ALERT.eq(name)).execute();
        database.sql().deleteFrom(EVENT_ALERT_PLACE).where(EVENT_ALERT_PLACE.ALERT.eq(name)).execute();
        places.heads().forEach((node, position) -> places.keep(name, node, position));
    }

    private static Map<Field<?>, Object> columns(Alert alert) {
        Map<Field<?>, Object> columns = new HashMap<>();
        columns.put(EVENT_ALERT.DESCRIPTION, alert.description());
        columns.put(EVENT_ALERT.ENABLED, alert.enabled());
        columns.put(EVENT_ALERT.SEARCH, Json.text(alert.search()));
        columns.put(EVENT_ALERT.THRESHOLD, alert.threshold());
        columns.put(EVENT_ALERT.MINUTES, alert.minutes());
        columns.put(EVENT_ALERT.EACH_OF, alert.each().name());
        columns.put(EVENT_ALERT.FREEZES, alert.freezes());
        return columns;
    }

    private static Alert alert(Record row) {
        return new Alert(
                row.get(EVENT_ALERT.NAME), row.get(EVENT_ALERT.DESCRIPTION), row.get(EVENT_ALERT.ENABLED), search(row.get(EVENT_ALERT.SEARCH)),
                row.get(EVENT_ALERT.THRESHOLD), row.get(EVENT_ALERT.MINUTES), Each.valueOf(row.get(EVENT_ALERT.EACH_OF)),
                row.get(EVENT_ALERT.FREEZES), row.get(EVENT_ALERT.VERSION));
    }

    private static AlertSearch search(String json) {
        try {
            return Json.read(json.getBytes(StandardCharsets.UTF_8), AlertSearch.class);
        } catch (IOException e) {
            throw new IllegalStateException("An alert's search in the database is not one of ours.", e);
        }
    }
}
