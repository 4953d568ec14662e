package org.gatehouse.permission;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;
import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.GROUP_MEMBERSHIP;
import static org.gatehouse.platform.database.schema.Tables.OAUTH_GRANT;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET_ACTIVATION;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET_ASSIGNMENT;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET_GROUP;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET_GROUP_ASSIGNMENT;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET_GROUP_MEMBER;
import static org.gatehouse.platform.database.schema.Tables.PROFILE;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.SQLDataType.INSTANT;
import static org.jooq.impl.SQLDataType.VARCHAR;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gatehouse.permission.Permissions.FieldName;
import org.gatehouse.permission.PersonGrants.Activations;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Reads what gives one person permissions from the database: three statements, however many sets and groups there are. */
final class PermissionTables {
    private final DSLContext sql;

    PermissionTables(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * The person's profile and unexpired assignments at a moment; none for somebody unknown or not active.
     *
     * @param contents what the permission sets with these ids hold
     */
    PersonGrants load(String userId, Instant now, Function<Set<String>, Map<String, SetContents>> contents) {
        Record user = sql.select(APP_USER.PROFILE_ID, APP_USER.ROLE_ID, APP_USER.TIME_ZONE)
                .from(APP_USER)
                .where(APP_USER.ID.eq(userId).and(APP_USER.ACTIVE))
                .fetchOne();
        if (user == null) {
            return PersonGrants.none(userId);
        }
        List<Assigned> assigned = assigned(userId, user.get(APP_USER.PROFILE_ID), now);
        Map<String, SetContents> held = contents.apply(assigned.stream().flatMap(Assigned::setIds).collect(toSet()));
        return new PersonGrants(
                userId, user.get(APP_USER.ROLE_ID), user.get(APP_USER.TIME_ZONE), groups(userId), assigned.stream().map(one -> one.source(held)).toList());
    }

    /** The session-based sets that are active for a connection of that person; none once the connection is over. */
    Activations activations(String userId, String grantId, Instant now) {
        Map<String, Instant> active = sql.select(PERMISSION_SET_ACTIVATION.PERMISSION_SET_ID, PERMISSION_SET_ACTIVATION.EXPIRES_AT)
                .from(PERMISSION_SET_ACTIVATION)
                .join(OAUTH_GRANT)
                .on(OAUTH_GRANT.ID.eq(PERMISSION_SET_ACTIVATION.GRANT_ID))
                .where(OAUTH_GRANT.ID.eq(grantId).and(OAUTH_GRANT.USER_ID.eq(userId)).and(OAUTH_GRANT.REVOKED_AT.isNull()))
                .and(PERMISSION_SET_ACTIVATION.EXPIRES_AT.gt(now))
                .fetchMap(PERMISSION_SET_ACTIVATION.PERMISSION_SET_ID, PERMISSION_SET_ACTIVATION.EXPIRES_AT);
        return new Activations(active.keySet(), active.values().stream().min(Comparator.naturalOrder()).orElse(null));
    }

    private List<Assigned> assigned(String userId, String profileId, Instant now) {
        Field<String> group = inline((String) null, VARCHAR).as("through_group");
        Field<String> muting = inline((String) null, VARCHAR).as("muting");
        Field<Instant> expires = inline((Instant) null, INSTANT).as("expires");
        return sql.select(PERMISSION_SET.ID, PROFILE.API_NAME, inline(true), group, muting, PERMISSION_SET.SESSION_BASED, expires)
                .from(PERMISSION_SET)
                .join(PROFILE)
                .on(PROFILE.ID.eq(PERMISSION_SET.PROFILE_ID))
                .where(PROFILE.ID.eq(profileId))
                .unionAll(sql.select(
                                PERMISSION_SET.ID, PERMISSION_SET.API_NAME, inline(false), group, muting, PERMISSION_SET.SESSION_BASED,
                                PERMISSION_SET_ASSIGNMENT.EXPIRES_AT)
                        .from(PERMISSION_SET_ASSIGNMENT)
                        .join(PERMISSION_SET)
                        .on(PERMISSION_SET.ID.eq(PERMISSION_SET_ASSIGNMENT.PERMISSION_SET_ID))
                        .where(PERMISSION_SET_ASSIGNMENT.USER_ID.eq(userId))
                        .and(PERMISSION_SET.MUTING.isFalse())
                        .and(lasts(PERMISSION_SET_ASSIGNMENT.EXPIRES_AT, now)))
                .unionAll(sql.select(
                                PERMISSION_SET.ID, PERMISSION_SET.API_NAME, inline(false), PERMISSION_SET_GROUP.API_NAME,
                                PERMISSION_SET_GROUP.MUTING_SET_ID, PERMISSION_SET.SESSION_BASED, PERMISSION_SET_GROUP_ASSIGNMENT.EXPIRES_AT)
                        .from(PERMISSION_SET_GROUP_ASSIGNMENT)
                        .join(PERMISSION_SET_GROUP)
                        .on(PERMISSION_SET_GROUP.ID.eq(PERMISSION_SET_GROUP_ASSIGNMENT.GROUP_ID))
                        .join(PERMISSION_SET_GROUP_MEMBER)
                        .on(PERMISSION_SET_GROUP_MEMBER.GROUP_ID.eq(PERMISSION_SET_GROUP.ID))
                        .join(PERMISSION_SET)
                        .on(PERMISSION_SET.ID.eq(PERMISSION_SET_GROUP_MEMBER.PERMISSION_SET_ID))
                        .where(PERMISSION_SET_GROUP_ASSIGNMENT.USER_ID.eq(userId))
                        .and(PERMISSION_SET.MUTING.isFalse())
                        .and(lasts(PERMISSION_SET_GROUP_ASSIGNMENT.EXPIRES_AT, now)))
                .fetch(row -> new Assigned(row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6(), row.value7()));
    }

    private static Condition lasts(Field<Instant> expiry, Instant now) {
        return expiry.isNull().or(expiry.gt(now));
    }

    private Set<String> groups(String userId) {
        return sql.select(GROUP_MEMBERSHIP.GROUP_ID)
                .from(GROUP_MEMBERSHIP)
                .where(GROUP_MEMBERSHIP.USER_ID.eq(userId).and(GROUP_MEMBERSHIP.GROUP_ID.notLike(Groups.below("%"))))
                .fetchSet(GROUP_MEMBERSHIP.GROUP_ID);
    }

    private record Assigned(
            String setId,
            String name,
            boolean profile,
            @Nullable String group,
            @Nullable String mutingSetId,
            boolean sessionBased,
            @Nullable Instant expiresAt) {
        /** The permission set, and the one that is taken off it. */
        Stream<String> setIds() {
            return mutingSetId == null ? Stream.of(setId) : Stream.of(setId, mutingSetId);
        }

        PermissionSource source(Map<String, SetContents> contents) {
            SetContents own = requireNonNull(contents.get(setId));
            Muting muting = (mutingSetId == null ? SetContents.NONE : requireNonNull(contents.get(mutingSetId))).muting();
            Map<FieldName, FieldPermission> granted = new HashMap<>();
            own.fields().forEach((field, permission) -> granted.put(field, new FieldPermission(permission.read(), permission.edit())));
            return new PermissionSource(
                    setId,
                    name,
                    profile,
                    group,
                    sessionBased,
                    expiresAt,
                    muting.leavesSystem(own.system()),
                    muting.leavesObjects(own.objects()),
                    muting.leavesFields(granted),
                    muting);
        }
    }
}
