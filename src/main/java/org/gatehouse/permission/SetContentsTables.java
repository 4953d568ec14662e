package org.gatehouse.permission;

import static java.util.stream.Collectors.toMap;
import static org.gatehouse.platform.database.schema.Tables.FIELD_PERMISSION;
import static org.gatehouse.platform.database.schema.Tables.OBJECT_PERMISSION;
import static org.gatehouse.platform.database.schema.Tables.SYSTEM_PERMISSION;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gatehouse.permission.Muting.MutedField;
import org.gatehouse.permission.Permissions.FieldName;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads what permission sets hold from the database: three statements, however many sets there are. */
final class SetContentsTables {
    private final DSLContext sql;

    SetContentsTables(DSLContext sql) {
        this.sql = sql;
    }

    /** The contents of each of these sets; one that is empty, or not there, holds nothing. */
    Map<String, SetContents> load(Set<String> sets) {
        Map<String, Set<SystemPermission>> system = system(sets);
        Map<String, Map<String, ObjectPermission>> objects = objects(sets);
        Map<String, Map<FieldName, MutedField>> fields = fields(sets);
        return sets.stream().collect(toMap(
                id -> id,
                id -> new SetContents(system.getOrDefault(id, Set.of()), objects.getOrDefault(id, Map.of()), fields.getOrDefault(id, Map.of()))));
    }

    private Map<String, Set<SystemPermission>> system(Set<String> sets) {
        Map<String, Set<SystemPermission>> system = new HashMap<>();
        for (Record row : sql.selectFrom(SYSTEM_PERMISSION).where(SYSTEM_PERMISSION.PERMISSION_SET_ID.in(sets)).fetch()) {
            SystemPermission.named(row.get(SYSTEM_PERMISSION.PERMISSION))
                    .ifPresent(known -> system.computeIfAbsent(row.get(SYSTEM_PERMISSION.PERMISSION_SET_ID), id -> new HashSet<>()).add(known));
        }
        return system;
    }

    private Map<String, Map<String, ObjectPermission>> objects(Set<String> sets) {
        Map<String, Map<String, ObjectPermission>> objects = new HashMap<>();
        for (Record row : sql.selectFrom(OBJECT_PERMISSION).where(OBJECT_PERMISSION.PERMISSION_SET_ID.in(sets)).fetch()) {
            ObjectPermission permission = new ObjectPermission(
                    row.get(OBJECT_PERMISSION.CAN_READ),
                    row.get(OBJECT_PERMISSION.CAN_CREATE),
                    row.get(OBJECT_PERMISSION.CAN_EDIT),
                    row.get(OBJECT_PERMISSION.CAN_DELETE),
                    row.get(OBJECT_PERMISSION.VIEW_ALL),
                    row.get(OBJECT_PERMISSION.MODIFY_ALL),
                    row.get(OBJECT_PERMISSION.VIEW_ALL_FIELDS));
            objects.computeIfAbsent(row.get(OBJECT_PERMISSION.PERMISSION_SET_ID), id -> new HashMap<>())
                    .put(row.get(OBJECT_PERMISSION.OBJECT_NAME), permission);
        }
        return objects;
    }

    private Map<String, Map<FieldName, MutedField>> fields(Set<String> sets) {
        Map<String, Map<FieldName, MutedField>> fields = new HashMap<>();
        sql.select(
                        FIELD_PERMISSION.PERMISSION_SET_ID, FIELD_PERMISSION.OBJECT_NAME, FIELD_PERMISSION.FIELD_NAME, FIELD_PERMISSION.READABLE,
                        FIELD_PERMISSION.EDITABLE)
                .from(FIELD_PERMISSION)
                .where(FIELD_PERMISSION.PERMISSION_SET_ID.in(sets))
                .forEach(row -> fields.computeIfAbsent(row.value1(), id -> new HashMap<>())
                        .put(new FieldName(row.value2(), row.value3()), new MutedField(row.value4(), row.value5())));
        return fields;
    }
}
