package org.gatehouse.record;

import static org.gatehouse.platform.database.schema.Tables.RECYCLE_BIN;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.permission.RecordFilter;
import org.gatehouse.permission.sharing.RecordShares;
import org.gatehouse.query.sql.FilteredRows;
import org.gatehouse.query.sql.RecordStatements;
import org.jooq.DSLContext;

/** The recycle bin of an object, as a person: what belongs to a record goes into it and comes back out of it with the record. */
final class RecordBin {
    private final DSLContext sql;
    private final EffectiveAccess access;
    private final ObjectDefinition object;
    private final String userId;
    private final Instant now;
    private final RecordStatements statements;

    RecordBin(DSLContext sql, EffectiveAccess access, ObjectDefinition object, String userId, Instant now) {
        this.sql = sql;
        this.access = access;
        this.object = object;
        this.userId = userId;
        this.now = now;
        this.statements = new RecordStatements(sql, object);
    }

    String delete(String id) {
        Optional<FieldDefinition> mark = object.deletedField();
        RecordFilter filter = access.deletable(object);
        boolean done = DatabaseRefusals.deleting(() -> mark.isPresent()
                ? statements.update(id, filter, false, Map.of(mark.get(), true), Optional.empty())
                : statements.delete(id, filter));
        if (!done) {
            throw FilteredRows.exists(sql, object, id, access.visible(object)) ? Refusals.notEditable() : Refusals.noRecord(object, id);
        }
        if (mark.isPresent()) {
            note(object, id, id);
            deleteDetails(object, id, id);
        } else {
            new RecordShares(sql).drop(object.apiName(), id);
        }
        return id;
    }

    String undelete(String id) {
        FieldDefinition mark = object.deletedField().orElseThrow(() -> Refusals.noRecord(object, id));
        if (!statements.update(id, access.deletable(object), true, Map.of(mark, false), Optional.empty())) {
            throw statements.lock(id, access.visible(object), true, List.of(object.idField())).isPresent()
                    ? Refusals.notEditable()
                    : Refusals.noRecord(object, id);
        }
        sql.selectFrom(RECYCLE_BIN)
                .where(RECYCLE_BIN.ROOT_OBJECT.eq(object.apiName()).and(RECYCLE_BIN.ROOT_ID.eq(id)))
                .fetch()
                .forEach(row -> access.catalog()
                        .find(row.get(RECYCLE_BIN.OBJECT_NAME))
                        .ifPresent(child -> new RecordStatements(sql, child).move(row.get(RECYCLE_BIN.RECORD_ID), false)));
        sql.deleteFrom(RECYCLE_BIN)
                .where(RECYCLE_BIN.ROOT_OBJECT.eq(object.apiName()).and(RECYCLE_BIN.ROOT_ID.eq(id)))
                .or(RECYCLE_BIN.OBJECT_NAME.eq(object.apiName()).and(RECYCLE_BIN.RECORD_ID.eq(id)))
                .execute();
        return id;
    }

    /** Who may delete a record deletes what belongs to it, seen or not: a detail has no life of its own. */
    private void deleteDetails(ObjectDefinition parent, String parentId, String rootId) {
        access.catalog().referencesTo(parent).stream()
                .filter(relationship -> relationship.field().type() == FieldType.MASTER_DETAIL && relationship.child().deletedField().isPresent())
                .forEach(relationship -> {
                    RecordStatements details = new RecordStatements(sql, relationship.child());
                    for (String detail : details.idsOf(relationship.field(), parentId, false)) {
                        details.move(detail, true);
                        note(relationship.child(), detail, rootId);
                        deleteDetails(relationship.child(), detail, rootId);
                    }
                });
    }

    private void note(ObjectDefinition of, String id, String rootId) {
        sql.insertInto(RECYCLE_BIN)
                .set(RECYCLE_BIN.OBJECT_NAME, of.apiName())
                .set(RECYCLE_BIN.RECORD_ID, id)
                .set(RECYCLE_BIN.ROOT_OBJECT, object.apiName())
                .set(RECYCLE_BIN.ROOT_ID, rootId)
                .set(RECYCLE_BIN.DELETED_BY, userId)
                .set(RECYCLE_BIN.DELETED_AT, now)
                .execute();
    }
}
