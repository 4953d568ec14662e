package org.gatehouse.oauth.client;

import java.time.InstantSource;
import org.gatehouse.platform.database.Database;

/** Permission sets as they are in a test's database at the test's time. */
public final class TestPermissionSets {
    private TestPermissionSets() {}

    public static UserPermissionSets of(Database database, InstantSource clock) {
        return new AssignedPermissionSets(database, clock);
    }
}
