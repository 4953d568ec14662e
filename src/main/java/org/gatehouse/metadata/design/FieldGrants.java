package org.gatehouse.metadata.design;

import static org.gatehouse.platform.database.schema.Tables.FIELD_PERMISSION;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET;

import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.platform.problem.Violations;
import org.jooq.DSLContext;

/** Gives permission sets a new field. Without that nobody reads it, unless it is one that everybody may read. */
final class FieldGrants {
    private final DSLContext sql;

    FieldGrants(DSLContext sql) {
        this.sql = sql;
    }

    void grant(ObjectDefinition object, FieldDefinition field, FieldSettings settings) {
        if (settings.permissionSets() == null) {
            return;
        }
        for (FieldSettings.Grant grant : settings.permissionSets()) {
            String set = sql.select(PERMISSION_SET.ID)
                    .from(PERMISSION_SET)
                    .where(PERMISSION_SET.API_NAME.eq(grant.permissionSet()))
                    .fetchOptional(PERMISSION_SET.ID)
                    .orElseThrow(() -> Violations.one(
                            "/fields/" + field.apiName() + "/permissionSets", "there is no permission set '" + grant.permissionSet() + "'"));
            sql.insertInto(FIELD_PERMISSION)
                    .set(FIELD_PERMISSION.PERMISSION_SET_ID, set)
                    .set(FIELD_PERMISSION.OBJECT_NAME, object.apiName())
                    .set(FIELD_PERMISSION.FIELD_NAME, field.apiName())
                    .set(FIELD_PERMISSION.READABLE, true)
                    .set(FIELD_PERMISSION.EDITABLE, grant.edit())
                    .onConflictDoNothing()
                    .execute();
        }
    }
}
