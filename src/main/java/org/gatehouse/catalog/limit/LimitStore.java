package org.gatehouse.catalog.limit;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.USAGE_LIMIT;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;

/** The limits in the database, as part of the caller's transaction. Every change counts the version of the access configuration up. */
@Singleton
class LimitStore {
    private final Database database;
    private final ConfigurationVersions versions;

    @Inject
    LimitStore(Database database, ConfigurationVersions versions) {
        this.database = database;
        this.versions = versions;
    }

    List<Limit> all() {
        return select().orderBy(USAGE_LIMIT.NAME).fetch(LimitRows::limit);
    }

    Optional<Limit> find(String name) {
        return select().where(USAGE_LIMIT.NAME.eq(name)).fetchOptional(LimitRows::limit);
    }

    private SelectOnConditionStep<Record> select() {
        return database.sql().select().from(USAGE_LIMIT).leftJoin(APP_USER).on(APP_USER.ID.eq(USAGE_LIMIT.ONLY_USER));
    }

    /** Adds a limit; a conflict if there is one of its name. */
    void create(Limit limit, @Nullable String userId) {
        int created = database.sql()
                .insertInto(USAGE_LIMIT)
                .set(columns(limit, userId))
                .set(USAGE_LIMIT.NAME, limit.name())
                .onDuplicateKeyIgnore()
                .execute();
        if (created == 0) {
            throw new ProblemException(new Problem.Conflict("There is a limit of this name already."));
        }
        versions.changed(Topic.ACCESS);
    }

    /** Replaces a limit, at the version it was read at. */
    void update(Limit limit, @Nullable String userId) {
        int updated = database.sql()
                .update(USAGE_LIMIT)
                .set(columns(limit, userId))
                .set(USAGE_LIMIT.VERSION, USAGE_LIMIT.VERSION.plus(1))
                .where(USAGE_LIMIT.NAME.eq(limit.name()))
                .and(USAGE_LIMIT.VERSION.eq(limit.version() == null ? -1 : limit.version()))
                .execute();
        changedAtThatVersion(updated);
    }

    /** Takes a limit away, at the version it was read at. */
    void delete(String name, int version) {
        changedAtThatVersion(database.sql().deleteFrom(USAGE_LIMIT).where(USAGE_LIMIT.NAME.eq(name)).and(USAGE_LIMIT.VERSION.eq(version)).execute());
    }

    private void changedAtThatVersion(int rows) {
        if (rows == 0) {
            throw new ProblemException(new Problem.Conflict(
                    "The limit has changed or gone since you read it. Read it again and repeat your change with the version you read."));
        }
        versions.changed(Topic.ACCESS);
    }

    private Map<Field<?>, @Nullable Object> columns(Limit limit, @Nullable String userId) {
        Map<Field<?>, @Nullable Object> columns = new HashMap<>();
        columns.put(USAGE_LIMIT.DESCRIPTION, limit.description());
        columns.put(USAGE_LIMIT.ENABLED, limit.enabled());
        columns.put(USAGE_LIMIT.MEASURE, limit.measure().name());
        columns.put(USAGE_LIMIT.MOST, limit.size());
        columns.put(USAGE_LIMIT.TIME_WINDOW, limit.window().name());
        columns.put(USAGE_LIMIT.ONLY_CLIENT, limit.only().get(Dimension.CLIENT));
        columns.put(USAGE_LIMIT.ONLY_USER, userId);
        columns.put(USAGE_LIMIT.ONLY_SERVER, limit.only().get(Dimension.SERVER));
        columns.put(USAGE_LIMIT.ONLY_TOOL, limit.only().get(Dimension.TOOL));
        columns.put(USAGE_LIMIT.EACH_OF, LimitRows.written(limit.each()));
        return columns;
    }
}
