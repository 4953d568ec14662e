package org.gatehouse.catalog.limit;

import static org.gatehouse.platform.database.schema.Tables.USAGE_LIMIT;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;

/**
 * The limits that hold, kept in memory and read again when the access version has moved on. A change counts it up, and every request carries
 * it, so a change holds on every node from the next request on.
 */
@Singleton
public class Limits {
    private final Database database;
    private final ConfigurationVersions versions;
    private volatile Snapshot snapshot = new Snapshot(Long.MIN_VALUE, List.of());

    @Inject
    public Limits(Database database, ConfigurationVersions versions) {
        this.database = database;
        this.versions = versions;
    }

    /** Those at this access version or a later one. */
    List<ActiveLimit> at(long accessVersion) {
        Snapshot known = snapshot;
        if (known.accessVersion() < accessVersion) {
            // The version was read before these rows, so the rows are at least as new as the number they are kept under.
            known = new Snapshot(accessVersion, read());
            snapshot = known;
        }
        return known.limits();
    }

    /** Those that hold now. */
    List<ActiveLimit> now() {
        return at(versions.current(Topic.ACCESS));
    }

    private List<ActiveLimit> read() {
        return database.sql().selectFrom(USAGE_LIMIT).where(USAGE_LIMIT.ENABLED).orderBy(USAGE_LIMIT.NAME).fetch(LimitRows::active);
    }

    private record Snapshot(long accessVersion, List<ActiveLimit> limits) {}
}
