package org.gatehouse.record;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.QUEUE_OBJECT;

import java.util.Optional;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.KeyType;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.platform.problem.Problem.WriteError;
import org.gatehouse.query.sql.FilteredRows;
import org.jooq.DSLContext;

/** The check that a record points only to records that the person may see, and belongs only to what the person may change. */
final class References {
    private final DSLContext sql;
    private final EffectiveAccess access;

    References(DSLContext sql, EffectiveAccess access) {
        this.sql = sql;
        this.access = access;
    }

    /**
     * Refuses a reference to what is not there; to what the person cannot see in the same words.
     *
     * @param key the id as its column stores it
     */
    void check(ObjectDefinition object, FieldDefinition field, Object key) {
        String id = KeyType.format(key);
        ObjectDefinition target = target(field, id).orElseThrow(() -> Refusals.noReference(field.apiName()));
        boolean belongs = field.type() == FieldType.MASTER_DETAIL || object.parentField().filter(field::equals).isPresent();
        if (belongs && !FilteredRows.exists(sql, target, id, access.editable(target))) {
            throw Refusals.of(
                    WriteError.INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY,
                    "Insufficient access rights on cross-reference id: the signed-in person may not change the record that "
                            + field.apiName() + " names, and so may not add to it.",
                    field.apiName());
        }
    }

    /** Refuses an owner that is neither an active person nor a queue for records of the object. */
    void checkOwner(ObjectDefinition object, FieldDefinition field, Object key) {
        String id = KeyType.format(key);
        if (sql.fetchExists(QUEUE_OBJECT, QUEUE_OBJECT.QUEUE_ID.eq(id).and(QUEUE_OBJECT.OBJECT_NAME.eq(object.apiName())))) {
            return;
        }
        if (target(field, id).isEmpty()) {
            throw Refusals.noReference(field.apiName());
        }
        if (!sql.fetchExists(APP_USER, APP_USER.ID.eq(id).and(APP_USER.ACTIVE.isTrue()))) {
            throw Refusals.of(
                    WriteError.INACTIVE_OWNER_OR_USER, "Records belong to people who can sign in; this person is not active.", field.apiName());
        }
    }

    private Optional<ObjectDefinition> target(FieldDefinition field, String id) {
        return field.referenceTo().stream()
                .flatMap(name -> access.readableObject(name).stream())
                .filter(object -> FilteredRows.exists(sql, object, id, access.visible(object)))
                .findFirst();
    }
}
