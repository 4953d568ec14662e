package org.gatehouse.oracle;

import static org.gatehouse.platform.database.schema.Tables.FIELD_PERMISSION;
import static org.gatehouse.platform.database.schema.Tables.OBJECT_PERMISSION;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET_ASSIGNMENT;
import static org.gatehouse.platform.database.schema.Tables.SYSTEM_PERMISSION;

import java.util.List;

/** Writes profiles' and people's permission sets. */
final class PermissionRows {
    private final Rows rows;
    private final Organisation organisation;

    PermissionRows(Rows rows, Organisation organisation) {
        this.rows = rows;
        this.organisation = organisation;
    }

    void write() {
        rows.insert(
                PERMISSION_SET,
                List.of(PERMISSION_SET.ID, PERMISSION_SET.API_NAME, PERMISSION_SET.LABEL, PERMISSION_SET.PROFILE_ID),
                organisation.bundles().stream().map(bundle -> new Object[] {bundle.id(), bundle.id(), bundle.id(), bundle.profile()}));
        rows.insert(
                PERMISSION_SET_ASSIGNMENT,
                List.of(PERMISSION_SET_ASSIGNMENT.USER_ID, PERMISSION_SET_ASSIGNMENT.PERMISSION_SET_ID, PERMISSION_SET_ASSIGNMENT.EXPIRES_AT),
                organisation.people().stream().flatMap(person -> person.assignments().stream()
                        .map(assignment -> new Object[] {person.id(), assignment.bundle(), assignment.expires()})));
        rows.insert(
                SYSTEM_PERMISSION,
                List.of(SYSTEM_PERMISSION.PERMISSION_SET_ID, SYSTEM_PERMISSION.PERMISSION),
                organisation.bundles().stream().flatMap(bundle -> bundle.system().stream().map(name -> new Object[] {bundle.id(), name})));
        rows.insert(
                OBJECT_PERMISSION,
                List.of(OBJECT_PERMISSION.PERMISSION_SET_ID, OBJECT_PERMISSION.OBJECT_NAME, OBJECT_PERMISSION.CAN_READ, OBJECT_PERMISSION.CAN_CREATE,
                        OBJECT_PERMISSION.CAN_EDIT, OBJECT_PERMISSION.CAN_DELETE, OBJECT_PERMISSION.VIEW_ALL, OBJECT_PERMISSION.MODIFY_ALL,
                        OBJECT_PERMISSION.VIEW_ALL_FIELDS),
                organisation.bundles().stream().flatMap(bundle -> bundle.objects().entrySet().stream().map(entry -> {
                    var rights = entry.getValue();
                    return new Object[] {
                        bundle.id(), entry.getKey(), rights.read(), rights.create(), rights.edit(), rights.delete(), rights.viewAll(),
                        rights.modifyAll(), rights.viewAllFields()
                    };
                })));
        rows.insert(
                FIELD_PERMISSION,
                List.of(FIELD_PERMISSION.PERMISSION_SET_ID, FIELD_PERMISSION.OBJECT_NAME, FIELD_PERMISSION.FIELD_NAME, FIELD_PERMISSION.READABLE,
                        FIELD_PERMISSION.EDITABLE),
                organisation.bundles().stream().flatMap(bundle -> bundle.fields().entrySet().stream().map(entry -> new Object[] {
                    bundle.id(), entry.getKey().object(), entry.getKey().field(), entry.getValue().read(), entry.getValue().edit()
                })));
    }
}
