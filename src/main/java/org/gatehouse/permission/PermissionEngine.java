package org.gatehouse.permission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.gatehouse.identity.Caller;
import org.gatehouse.metadata.ObjectCatalogs;
import org.gatehouse.platform.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * Answers what a person may do. Snapshots are kept per person and version of the access configuration: a change counts the version up, so
 * the next request of anybody, on any node, finds no snapshot of the new version and makes one.
 */
@Singleton
public class PermissionEngine {
    private final Database database;
    private final ObjectCatalogs catalogs;
    private final InstantSource clock;
    private volatile @Nullable Versioned sharing;
    private final Cache<Key, EffectiveAccess> snapshots =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterAccess(Duration.ofHours(1)).build();

    @Inject
    public PermissionEngine(Database database, ObjectCatalogs catalogs, InstantSource clock) {
        this.database = database;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    /** What the caller's person may do. */
    public EffectiveAccess access(Caller caller) {
        return access(caller.userId(), caller.accessVersion());
    }

    /** What a person may do at a version of the access configuration; nothing if the person is unknown or not active. */
    public EffectiveAccess access(String userId, long accessVersion) {
        Key key = new Key(userId, accessVersion);
        EffectiveAccess known = snapshots.getIfPresent(key);
        if (known == null || !known.validAt(clock.instant())) {
            known = new EffectiveAccess(new PermissionTables(database.sql()).load(userId, clock.instant()), catalogs.at(accessVersion), sharing(accessVersion));
            snapshots.put(key, known);
        }
        return known;
    }

    /** The sharing settings at a version: read once for all people. */
    private Sharing sharing(long accessVersion) {
        Versioned known = sharing;
        if (known == null || known.version != accessVersion) {
            known = new Versioned(accessVersion, new SharingTables(database.sql()).load());
            sharing = known;
        }
        return known.sharing;
    }

    private record Versioned(long version, Sharing sharing) {}

    private record Key(String userId, long accessVersion) {}
}
