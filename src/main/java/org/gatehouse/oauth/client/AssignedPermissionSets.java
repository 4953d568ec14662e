package org.gatehouse.oauth.client;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET_ASSIGNMENT;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;
import org.gatehouse.platform.database.Database;

/** Permission sets as the database has them at this moment. Asked once per sign-in and token, so there is nothing to cache. */
@Singleton
class AssignedPermissionSets implements UserPermissionSets {
    private final Database database;
    private final InstantSource clock;

    @Inject
    AssignedPermissionSets(Database database) {
        this(database, InstantSource.system());
    }

    AssignedPermissionSets(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Set<String> heldBy(String userId) {
        var assigned = database.sql()
                .select(PERMISSION_SET_ASSIGNMENT.PERMISSION_SET_ID)
                .from(PERMISSION_SET_ASSIGNMENT)
                .where(PERMISSION_SET_ASSIGNMENT.USER_ID.eq(userId))
                .and(PERMISSION_SET_ASSIGNMENT.EXPIRES_AT.isNull().or(PERMISSION_SET_ASSIGNMENT.EXPIRES_AT.gt(clock.instant())));
        var owned = database.sql()
                .select(PERMISSION_SET.ID)
                .from(PERMISSION_SET)
                .join(APP_USER)
                .on(APP_USER.PROFILE_ID.eq(PERMISSION_SET.PROFILE_ID))
                .where(APP_USER.ID.eq(userId));
        return assigned.union(owned).fetchSet(0, String.class);
    }
}
