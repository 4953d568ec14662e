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

    private record Versioned(long version, ObjectCatalog catalog) {}
}
