package org.gatehouse.permission.sharing;

import static org.gatehouse.platform.database.schema.Tables.RECORD_SHARE;

import java.time.Instant;
import java.util.List;
import org.gatehouse.permission.sharing.SharingSettings.Kind;
import org.gatehouse.permission.sharing.SharingSettings.Share;
import org.jooq.DSLContext;

/** Records opened by hand. Who may open a record is for the caller to have decided. */
public final class RecordShares {
    private final DSLContext sql;
    private final GroupNames names;

    public RecordShares(DSLContext sql) {
        this.sql = sql;
        this.names = new GroupNames(sql);
    }

    /** To whom a record is opened. */
    public List<Share> of(String object, String recordId) {
        return sql.selectFrom(RECORD_SHARE)
                .where(RECORD_SHARE.OBJECT_NAME.eq(object).and(RECORD_SHARE.RECORD_ID.eq(recordId)))
                .orderBy(RECORD_SHARE.PRINCIPAL_ID)
                .fetch(row -> new Share(names.member(row.get(RECORD_SHARE.PRINCIPAL_ID)), row.get(RECORD_SHARE.ACCESS_LEVEL)));
    }

    /** Opens a record, or changes how far it is open. */
    public void share(String object, String recordId, Share share, String by, Instant now) {
        if (share.with().kind() == Kind.QUEUE) {
            throw GroupNames.invalid("/with", "a record is opened to a person, a role or a group");
        }
        if (!share.level().equals("Read") && !share.level().equals("Edit")) {
            throw GroupNames.invalid("/level", "a record is opened for Read or for Edit");
        }
        String principal = names.groupId(share.with(), "/with");
        sql.insertInto(RECORD_SHARE)
                .set(RECORD_SHARE.OBJECT_NAME, object)
                .set(RECORD_SHARE.RECORD_ID, recordId)
                .set(RECORD_SHARE.PRINCIPAL_ID, principal)
                .set(RECORD_SHARE.ACCESS_LEVEL, share.level())
                .set(RECORD_SHARE.SHARED_BY, by)
                .set(RECORD_SHARE.SHARED_AT, now)
                .onConflict(RECORD_SHARE.OBJECT_NAME, RECORD_SHARE.RECORD_ID, RECORD_SHARE.PRINCIPAL_ID)
                .doUpdate()
                .set(RECORD_SHARE.ACCESS_LEVEL, share.level())
                .set(RECORD_SHARE.SHARED_BY, by)
                .set(RECORD_SHARE.SHARED_AT, now)
                .execute();
    }

    /** Takes a share away again. */
    public void unshare(String object, String recordId, SharingSettings.Member with) {
        sql.deleteFrom(RECORD_SHARE)
                .where(RECORD_SHARE.OBJECT_NAME.eq(object).and(RECORD_SHARE.RECORD_ID.eq(recordId)))
                .and(RECORD_SHARE.PRINCIPAL_ID.eq(names.groupId(with, "/with")))
                .execute();
    }

    /** Takes all shares of a record away: its owner changed, or it is gone. */
    public void drop(String object, String recordId) {
        sql.deleteFrom(RECORD_SHARE)
                .where(RECORD_SHARE.OBJECT_NAME.eq(object).and(RECORD_SHARE.RECORD_ID.eq(recordId)))
                .execute();
    }
}
