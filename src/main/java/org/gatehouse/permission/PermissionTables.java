package org.gatehouse.permission;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.FIELD_PERMISSION;
import static org.gatehouse.platform.database.schema.Tables.GROUP_MEMBERSHIP;
import static org.gatehouse.platform.database.schema.Tables.OBJECT_PERMISSION;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET_ASSIGNMENT;
import static org.gatehouse.platform.database.schema.Tables.SYSTEM_PERMISSION;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.permission.Permissions.FieldName;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;

/** Reads what one person may do from the database: profile and unexpired permission sets, added up. */
final class PermissionTables {
    private final DSLContext sql;

    PermissionTables(DSLContext sql) {
        this.sql = sql;
    }

    /** The person's permissions at a moment; none for somebody unknown or not active. */
    Permissions load(String userId, Instant now) {
        Record user = sql.select(APP_USER.PROFILE_ID, APP_USER.ROLE_ID, APP_USER.TIME_ZONE)
                .from(APP_USER)
                .where(APP_USER.ID.eq(userId).and(APP_USER.ACTIVE))
                .fetchOne();
        if (user == null) {
            return Permissions.none(userId);
        }
        Result<? extends Record> assigned = sql.select(PERMISSION_SET_ASSIGNMENT.PERMISSION_SET_ID, PERMISSION_SET_ASSIGNMENT.EXPIRES_AT)
                .from(PERMISSION_SET_ASSIGNMENT)
                .where(PERMISSION_SET_ASSIGNMENT.USER_ID.eq(userId))
                .and(PERMISSION_SET_ASSIGNMENT.EXPIRES_AT.isNull().or(PERMISSION_SET_ASSIGNMENT.EXPIRES_AT.gt(now)))
                .fetch();
        Set<String> sets = new HashSet<>(assigned.getValues(PERMISSION_SET_ASSIGNMENT.PERMISSION_SET_ID));
        sets.addAll(sql.select(PERMISSION_SET.ID)
                .from(PERMISSION_SET)
                .where(PERMISSION_SET.PROFILE_ID.eq(user.get(APP_USER.PROFILE_ID)))
                .fetch(PERMISSION_SET.ID));
        Instant validUntil = assigned.getValues(PERMISSION_SET_ASSIGNMENT.EXPIRES_AT).stream()
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new Permissions(
                userId, user.get(APP_USER.ROLE_ID), user.get(APP_USER.TIME_ZONE), sets, groups(userId), system(sets), objects(sets), fields(sets), validUntil);
    }

    private Set<String> groups(String userId) {
        return sql.select(GROUP_MEMBERSHIP.GROUP_ID)
                .from(GROUP_MEMBERSHIP)
                .where(GROUP_MEMBERSHIP.USER_ID.eq(userId).and(GROUP_MEMBERSHIP.GROUP_ID.notLike(Groups.below("%"))))
                .fetchSet(GROUP_MEMBERSHIP.GROUP_ID);
    }

    private Set<SystemPermission> system(Set<String> sets) {
        return sql
                .select(SYSTEM_PERMISSION.PERMISSION)
                .from(SYSTEM_PERMISSION)
                .where(SYSTEM_PERMISSION.PERMISSION_SET_ID.in(sets))
                .fetch(SYSTEM_PERMISSION.PERMISSION)
                .stream()
                .flatMap(name -> SystemPermission.named(name).stream())
                .collect(Collectors.toSet());
    }

    private Map<String, ObjectPermission> objects(Set<String> sets) {
        Map<String, ObjectPermission> objects = new HashMap<>();
        for (Record row : sql.selectFrom(OBJECT_PERMISSION).where(OBJECT_PERMISSION.PERMISSION_SET_ID.in(sets)).fetch()) {
            ObjectPermission permission = new ObjectPermission(
                    row.get(OBJECT_PERMISSION.CAN_READ),
                    row.get(OBJECT_PERMISSION.CAN_CREATE),
                    row.get(OBJECT_PERMISSION.CAN_EDIT),
                    row.get(OBJECT_PERMISSION.CAN_DELETE),
                    row.get(OBJECT_PERMISSION.VIEW_ALL),
                    row.get(OBJECT_PERMISSION.MODIFY_ALL),
                    row.get(OBJECT_PERMISSION.VIEW_ALL_FIELDS));
            objects.merge(row.get(OBJECT_PERMISSION.OBJECT_NAME), permission, ObjectPermission::or);
        }
        return objects;
    }

    private Map<FieldName, FieldPermission> fields(Set<String> sets) {
        Map<FieldName, FieldPermission> fields = new HashMap<>();
        for (Record row : sql.selectFrom(FIELD_PERMISSION).where(FIELD_PERMISSION.PERMISSION_SET_ID.in(sets)).fetch()) {
            fields.merge(
                    new FieldName(row.get(FIELD_PERMISSION.OBJECT_NAME), row.get(FIELD_PERMISSION.FIELD_NAME)),
                    new FieldPermission(row.get(FIELD_PERMISSION.READABLE), row.get(FIELD_PERMISSION.EDITABLE)),
                    FieldPermission::or);
        }
        return fields;
    }
}
