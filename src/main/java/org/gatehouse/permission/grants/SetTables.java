package org.gatehouse.permission.grants;

import static org.gatehouse.platform.database.schema.Tables.FIELD_PERMISSION;
import static org.gatehouse.platform.database.schema.Tables.OBJECT_PERMISSION;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET;
import static org.gatehouse.platform.database.schema.Tables.PROFILE;
import static org.gatehouse.platform.database.schema.Tables.SYSTEM_PERMISSION;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gatehouse.metadata.RecordIds;
import org.gatehouse.permission.grants.GrantSettings.FieldGrant;
import org.gatehouse.permission.grants.GrantSettings.ObjectGrant;
import org.gatehouse.permission.grants.GrantSettings.PermissionSet;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Permission sets in the database. */
final class SetTables {
    private static final String PREFIX = "0PS";
    private static final String PROFILE_PREFIX = "00e";

    private final DSLContext sql;

    SetTables(DSLContext sql) {
        this.sql = sql;
    }

    List<PermissionSet> all() {
        return sql.select(PERMISSION_SET.asterisk(), PROFILE.API_NAME)
                .from(PERMISSION_SET)
                .leftJoin(PROFILE)
                .on(PROFILE.ID.eq(PERMISSION_SET.PROFILE_ID))
                .orderBy(PERMISSION_SET.API_NAME)
                .fetch(this::read);
    }

    Optional<PermissionSet> find(String name) {
        return sql.select(PERMISSION_SET.asterisk(), PROFILE.API_NAME)
                .from(PERMISSION_SET)
                .leftJoin(PROFILE)
                .on(PROFILE.ID.eq(PERMISSION_SET.PROFILE_ID))
                .where(PERMISSION_SET.API_NAME.eq(name))
                .fetchOptional(this::read);
    }

    String id(String name) {
        return sql.select(PERMISSION_SET.ID).from(PERMISSION_SET).where(PERMISSION_SET.API_NAME.eq(name)).fetchSingle(PERMISSION_SET.ID);
    }

    /** Makes a set, and the profile that it is the own one of. */
    void insert(PermissionSet set, Instant now) {
        String profile = null;
        if (set.profile() != null) {
            profile = RecordIds.next(PROFILE_PREFIX, now);
            sql.insertInto(PROFILE, PROFILE.ID, PROFILE.API_NAME, PROFILE.LABEL).values(profile, set.profile(), set.label()).execute();
        }
        String id = RecordIds.next(PREFIX, now);
        sql.insertInto(PERMISSION_SET)
                .set(PERMISSION_SET.ID, id)
                .set(PERMISSION_SET.API_NAME, set.name())
                .set(PERMISSION_SET.LABEL, set.label())
                .set(PERMISSION_SET.PROFILE_ID, profile)
                .set(PERMISSION_SET.SESSION_BASED, set.sessionBased())
                .set(PERMISSION_SET.MUTING, set.muting())
                .execute();
        write(id, set);
    }

    /** Changes a set if it is still at that version. */
    boolean update(PermissionSet set, int version) {
        boolean changed = sql.update(PERMISSION_SET)
                        .set(PERMISSION_SET.LABEL, set.label())
                        .set(PERMISSION_SET.SESSION_BASED, set.sessionBased())
                        .set(PERMISSION_SET.MUTING, set.muting())
                        .set(PERMISSION_SET.VERSION, version + 1)
                        .where(PERMISSION_SET.API_NAME.eq(set.name()).and(PERMISSION_SET.VERSION.eq(version)))
                        .execute()
                == 1;
        if (changed) {
            String id = id(set.name());
            clear(id);
            write(id, set);
        }
        return changed;
    }

    boolean delete(String name, int version) {
        String id = id(name);
        clear(id);
        return sql.deleteFrom(PERMISSION_SET).where(PERMISSION_SET.ID.eq(id).and(PERMISSION_SET.VERSION.eq(version))).execute() == 1;
    }

    private void clear(String id) {
        sql.deleteFrom(SYSTEM_PERMISSION).where(SYSTEM_PERMISSION.PERMISSION_SET_ID.eq(id)).execute();
        sql.deleteFrom(OBJECT_PERMISSION).where(OBJECT_PERMISSION.PERMISSION_SET_ID.eq(id)).execute();
        sql.deleteFrom(FIELD_PERMISSION).where(FIELD_PERMISSION.PERMISSION_SET_ID.eq(id)).execute();
    }

    private void write(String id, PermissionSet set) {
        set.system().stream().distinct().forEach(permission -> sql.insertInto(
                        SYSTEM_PERMISSION, SYSTEM_PERMISSION.PERMISSION_SET_ID, SYSTEM_PERMISSION.PERMISSION)
                .values(id, permission)
                .execute());
        set.granted().forEach((object, grant) -> {
            sql.insertInto(OBJECT_PERMISSION)
                    .set(OBJECT_PERMISSION.PERMISSION_SET_ID, id)
                    .set(OBJECT_PERMISSION.OBJECT_NAME, object)
                    .set(OBJECT_PERMISSION.CAN_READ, grant.read())
                    .set(OBJECT_PERMISSION.CAN_CREATE, grant.create())
                    .set(OBJECT_PERMISSION.CAN_EDIT, grant.edit())
                    .set(OBJECT_PERMISSION.CAN_DELETE, grant.delete())
                    .set(OBJECT_PERMISSION.VIEW_ALL, grant.viewAll())
                    .set(OBJECT_PERMISSION.MODIFY_ALL, grant.modifyAll())
                    .set(OBJECT_PERMISSION.VIEW_ALL_FIELDS, grant.viewAllFields())
                    .execute();
            grant.byField().forEach((field, own) -> sql.insertInto(FIELD_PERMISSION)
                    .set(FIELD_PERMISSION.PERMISSION_SET_ID, id)
                    .set(FIELD_PERMISSION.OBJECT_NAME, object)
                    .set(FIELD_PERMISSION.FIELD_NAME, field)
                    .set(FIELD_PERMISSION.READABLE, own.read())
                    .set(FIELD_PERMISSION.EDITABLE, own.edit())
                    .execute());
        });
    }

    private PermissionSet read(Record row) {
        String id = row.get(PERMISSION_SET.ID);
        List<String> system = sql.select(SYSTEM_PERMISSION.PERMISSION)
                .from(SYSTEM_PERMISSION)
                .where(SYSTEM_PERMISSION.PERMISSION_SET_ID.eq(id))
                .orderBy(SYSTEM_PERMISSION.PERMISSION)
                .fetch(SYSTEM_PERMISSION.PERMISSION);
        return new PermissionSet(
                row.get(PERMISSION_SET.API_NAME), row.get(PERMISSION_SET.LABEL), row.get(PROFILE.API_NAME), row.get(PERMISSION_SET.SESSION_BASED),
                row.get(PERMISSION_SET.MUTING), system, objects(id), row.get(PERMISSION_SET.VERSION));
    }

    private Map<String, ObjectGrant> objects(String id) {
        Map<String, Map<String, FieldGrant>> fields = new TreeMap<>();
        sql.selectFrom(FIELD_PERMISSION)
                .where(FIELD_PERMISSION.PERMISSION_SET_ID.eq(id))
                .forEach(row -> fields.computeIfAbsent(row.get(FIELD_PERMISSION.OBJECT_NAME), object -> new TreeMap<>())
                        .put(row.get(FIELD_PERMISSION.FIELD_NAME), new FieldGrant(row.get(FIELD_PERMISSION.READABLE), row.get(FIELD_PERMISSION.EDITABLE))));
        Map<String, ObjectGrant> objects = new TreeMap<>();
        fields.forEach((object, own) -> objects.put(object, new ObjectGrant(false, false, false, false, false, false, false, own)));
        sql.selectFrom(OBJECT_PERMISSION)
                .where(OBJECT_PERMISSION.PERMISSION_SET_ID.eq(id))
                .forEach(row -> objects.put(row.get(OBJECT_PERMISSION.OBJECT_NAME), new ObjectGrant(
                        row.get(OBJECT_PERMISSION.CAN_READ), row.get(OBJECT_PERMISSION.CAN_CREATE), row.get(OBJECT_PERMISSION.CAN_EDIT),
                        row.get(OBJECT_PERMISSION.CAN_DELETE), row.get(OBJECT_PERMISSION.VIEW_ALL), row.get(OBJECT_PERMISSION.MODIFY_ALL),
                        row.get(OBJECT_PERMISSION.VIEW_ALL_FIELDS), fields.getOrDefault(row.get(OBJECT_PERMISSION.OBJECT_NAME), Map.of()))));
        return objects;
    }
}
