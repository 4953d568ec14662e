package org.gatehouse.identity.totp;

import static org.gatehouse.platform.database.schema.Tables.RECOVERY_CODE;
import static org.jooq.impl.DSL.row;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.gatehouse.platform.database.Database;

/** The recovery codes of the people who have a second factor. */
@Singleton
public class RecoveryCodes {
    private final Database database;
    private final InstantSource clock;

    @Inject
    RecoveryCodes(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether text looks like one. */
    public static boolean plausible(String text) {
        return RecoveryCode.typed(text).plausible();
    }

    /** Whether it is an unused code of the person, and uses it up. */
    public boolean accept(String userId, String text) {
        return database.sql()
                        .update(RECOVERY_CODE)
                        .set(RECOVERY_CODE.USED_AT, clock.instant())
                        .where(RECOVERY_CODE.USER_ID.eq(userId))
                        .and(RECOVERY_CODE.CODE_HASH.eq(RecoveryCode.typed(text).hash()))
                        .and(RECOVERY_CODE.USED_AT.isNull())
                        .execute()
                == 1;
    }

    /** How many the person has left. */
    public int left(String userId) {
        return database.sql().fetchCount(RECOVERY_CODE, RECOVERY_CODE.USER_ID.eq(userId).and(RECOVERY_CODE.USED_AT.isNull()));
    }

    /** Makes new codes, which replace all others; part of the caller's transaction. Nobody can read them again. */
    List<RecoveryCode> replace(String userId) {
        remove(userId);
        List<RecoveryCode> codes = Stream.generate(RecoveryCode::create).limit(RecoveryCode.COUNT).toList();
        database.sql()
                .insertInto(RECOVERY_CODE, RECOVERY_CODE.USER_ID, RECOVERY_CODE.CODE_HASH)
                .valuesOfRows(codes.stream().map(code -> row(userId, code.hash())).toList())
                .execute();
        return codes;
    }

    void remove(String userId) {
        database.sql().deleteFrom(RECOVERY_CODE).where(RECOVERY_CODE.USER_ID.eq(userId)).execute();
    }
}
