package org.gatehouse.record;

import static org.gatehouse.platform.database.schema.Tables.FIELD_HISTORY;
import static org.gatehouse.platform.database.schema.Tables.IDEMPOTENT_WRITE;
import static org.gatehouse.platform.database.schema.Tables.RECENT_RECORD;
import static org.gatehouse.platform.database.schema.Tables.RECYCLE_BIN;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.ObjectCatalog;
import org.gatehouse.metadata.ObjectCatalogs;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.permission.sharing.RecordShares;
import org.gatehouse.platform.database.Database;
import org.gatehouse.query.sql.RecordStatements;

/** Takes out of the database for good what has lain in the recycle bin for its time, each record with all that went there with it. */
@Stateless
public class RecordPurge {
    /** For how long a deleted record can be brought back. */
    static final Duration KEPT = Duration.ofDays(15);

    private static final int AT_ONCE = 1000;

    @Inject
    Database database;

    @Inject
    ObjectCatalogs catalogs;

    @Inject
    InstantSource clock;

    /** Some of the records whose time is over, oldest first, as those who deleted them named them. */
    public List<Deleted> due() {
        return database.sql()
                .select(RECYCLE_BIN.ROOT_OBJECT, RECYCLE_BIN.ROOT_ID)
                .from(RECYCLE_BIN)
                .where(RECYCLE_BIN.DELETED_AT.lt(clock.instant().minus(KEPT)))
                .and(RECYCLE_BIN.OBJECT_NAME.eq(RECYCLE_BIN.ROOT_OBJECT))
                .and(RECYCLE_BIN.RECORD_ID.eq(RECYCLE_BIN.ROOT_ID))
                .orderBy(RECYCLE_BIN.DELETED_AT, RECYCLE_BIN.RECORD_ID)
                .limit(AT_ONCE)
                .fetch(row -> new Deleted(row.value1(), row.value2()));
    }

    /**
     * Purges one. Whoever restores it at the same moment either comes first, and it stays, or finds it gone.
     *
     * @throws org.jooq.exception.DataAccessException if something outside the catalog still refers to it; it stays in the bin then
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void purge(Deleted root) {
        ObjectCatalog catalog = catalogs.uncommitted();
        database.sql()
                .selectFrom(RECYCLE_BIN)
                .where(RECYCLE_BIN.ROOT_OBJECT.eq(root.objectName()).and(RECYCLE_BIN.ROOT_ID.eq(root.id())))
                .forUpdate()
                .fetch(row -> new Deleted(row.get(RECYCLE_BIN.OBJECT_NAME), row.get(RECYCLE_BIN.RECORD_ID)))
                .stream()
                .sorted(Comparator.<Deleted>comparingInt(item -> depth(catalog, item.objectName())).reversed())
                .forEach(item -> catalog.find(item.objectName()).ifPresent(object -> remove(catalog, object, item.id())));
        database.sql().deleteFrom(RECYCLE_BIN).where(RECYCLE_BIN.ROOT_OBJECT.eq(root.objectName()).and(RECYCLE_BIN.ROOT_ID.eq(root.id()))).execute();
    }

    /** Forgets the answers that no client may ask for again. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void forgetAnswers() {
        database.sql().deleteFrom(IDEMPOTENT_WRITE).where(IDEMPOTENT_WRITE.WRITTEN_AT.lt(clock.instant().minus(IdempotentWrites.KEPT))).execute();
    }

    /** Details go before their masters. */
    private static int depth(ObjectCatalog catalog, String objectName) {
        return catalog.find(objectName).stream()
                .flatMap(object -> object.fields().stream())
                .filter(field -> field.type() == FieldType.MASTER_DETAIL)
                .flatMap(field -> field.referenceTo().stream())
                .mapToInt(master -> 1 + depth(catalog, master))
                .max()
                .orElse(0);
    }

    private void remove(ObjectCatalog catalog, ObjectDefinition object, String id) {
        RecordStatements statements = new RecordStatements(database.sql(), object);
        // What came out of the bin by another way than this product keeps what refers to it.
        if (!statements.lockInBin(id)) {
            return;
        }
        catalog.referencesTo(object).forEach(relationship -> new RecordStatements(database.sql(), relationship.child()).clear(relationship.field(), id));
        statements.purge(id);
        new RecordShares(database.sql()).drop(object.apiName(), id);
        database.sql().deleteFrom(FIELD_HISTORY).where(FIELD_HISTORY.OBJECT_NAME.eq(object.apiName()).and(FIELD_HISTORY.RECORD_ID.eq(id))).execute();
        database.sql().deleteFrom(RECENT_RECORD).where(RECENT_RECORD.OBJECT_NAME.eq(object.apiName()).and(RECENT_RECORD.RECORD_ID.eq(id))).execute();
    }

    /** A record in the bin. */
    public record Deleted(String objectName, String id) {}
}
