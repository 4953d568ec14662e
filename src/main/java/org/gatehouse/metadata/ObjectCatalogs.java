package org.gatehouse.metadata;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.gatehouse.platform.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the present {@link ObjectCatalog}. A change of metadata counts up the access version as well, so the one number that the bearer
 * check reads per request tells whether the catalog in memory is the present one.
 */
@Singleton
public class ObjectCatalogs {
    private final Database database;
    private volatile @Nullable Versioned present;

    @Inject
    public ObjectCatalogs(Database database) {
        this.database = database;
    }

    /** The catalog at the given version of the access configuration, read from the database if the one in memory is of another. */
    public ObjectCatalog at(long accessVersion) {
        Versioned known = present;
        if (known == null || known.version != accessVersion) {
            known = new Versioned(accessVersion, new ObjectDefinitions(database.sql()).load());
            present = known;
        }
        return known.catalog;
    }

    /**
     * The catalog as the caller's transaction sees it, kept by nobody: for whoever is about to change something. What such a transaction sees
     * may yet be rolled back, and then another change gets the same number.
     */
    public ObjectCatalog uncommitted() {
        return new ObjectDefinitions(database.sql()).load();
    }

    /** The same with the objects that are out of use because their table is not what it should be. */
    public ObjectCatalog withUnavailable() {
        return new ObjectDefinitions(database.sql()).loadAll();
    }

    private record Versioned(long version, ObjectCatalog catalog) {}
}
