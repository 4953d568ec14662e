package org.gatehouse.permission.grants;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET_ASSIGNMENT;
import static org.gatehouse.platform.database.schema.Tables.SYSTEM_PERMISSION;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.util.List;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * The people who can let others in again: active, with Customize Application and Manage Users for good, by their profile or a set of their
 * own. What ends by itself, counts for one connection, or comes through a group that may mute it does not count here.
 */
public final class Administrators {
    private static final List<SystemPermission> NEEDED = List.of(SystemPermission.CUSTOMIZE_APPLICATION, SystemPermission.MANAGE_USERS);

    private Administrators() {}

    /** Refuses a change, which is part of the transaction already, after which there is none. */
    static void requireOne(DSLContext sql) {
        if (!exist(sql)) {
            throw new ProblemException(new Problem.Conflict(
                    "Nobody would be left who can administer: an active person with Customize Application and Manage Users for good, by their profile"
                            + " or a permission set of their own. Make another administrator first."));
        }
    }

    /** Whether there is one, as the transaction sees it. */
    public static boolean exist(DSLContext sql) {
        Condition all = APP_USER.ACTIVE.isTrue();
        for (SystemPermission permission : NEEDED) {
            all = all.and(exists(selectOne()
                    .from(SYSTEM_PERMISSION)
                    .join(PERMISSION_SET)
                    .on(PERMISSION_SET.ID.eq(SYSTEM_PERMISSION.PERMISSION_SET_ID))
                    .where(SYSTEM_PERMISSION.PERMISSION.eq(permission.apiName()))
                    .and(PERMISSION_SET.SESSION_BASED.isFalse().and(PERMISSION_SET.MUTING.isFalse()))
                    .and(PERMISSION_SET.PROFILE_ID.eq(APP_USER.PROFILE_ID)
                            .or(PERMISSION_SET.ID.in(select(PERMISSION_SET_ASSIGNMENT.PERMISSION_SET_ID)
                                    .from(PERMISSION_SET_ASSIGNMENT)
                                    .where(PERMISSION_SET_ASSIGNMENT.USER_ID.eq(APP_USER.ID))
                                    .and(PERMISSION_SET_ASSIGNMENT.EXPIRES_AT.isNull()))))));
        }
        return sql.fetchExists(APP_USER, all);
    }
}
