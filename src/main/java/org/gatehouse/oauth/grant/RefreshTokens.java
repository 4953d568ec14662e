package org.gatehouse.oauth.grant;

import static org.gatehouse.platform.database.schema.Tables.REFRESH_TOKEN;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.oauth.token.OpaqueToken;
import org.gatehouse.platform.database.Database;

/** The refresh tokens, by their hashes. */
@Singleton
class RefreshTokens {
    private final Database database;

    @Inject
    RefreshTokens(Database database) {
        this.database = database;
    }

    /** Makes one. */
    OpaqueToken create(Grant grant, Instant now, Instant expiresAt) {
        OpaqueToken token = OpaqueToken.create();
        database.sql()
                .insertInto(REFRESH_TOKEN)
                .set(REFRESH_TOKEN.TOKEN_HASH, token.hash())
                .set(REFRESH_TOKEN.GRANT_ID, grant.id())
                .set(REFRESH_TOKEN.ISSUED_AT, now)
                .set(REFRESH_TOKEN.EXPIRES_AT, expiresAt)
                .execute();
        return token;
    }

    Optional<Stored> find(OpaqueToken token) {
        return database.sql()
                .select(REFRESH_TOKEN.TOKEN_HASH, REFRESH_TOKEN.GRANT_ID, REFRESH_TOKEN.EXPIRES_AT, REFRESH_TOKEN.USED_AT)
                .from(REFRESH_TOKEN)
                .where(REFRESH_TOKEN.TOKEN_HASH.eq(token.hash()))
                .fetchOptional(row -> new Stored(row.value1(), row.value2(), row.value3(), row.value4() != null));
    }

    /** Uses one up by one conditional write: of all who present it at once, one gets true. */
    boolean use(Stored token, Instant now) {
        return database.sql()
                        .update(REFRESH_TOKEN)
                        .set(REFRESH_TOKEN.USED_AT, now)
                        .where(REFRESH_TOKEN.TOKEN_HASH.eq(token.hash()))
                        .and(REFRESH_TOKEN.USED_AT.isNull())
                        .execute()
                == 1;
    }

    /** What is kept of one. */
    record Stored(String hash, String grantId, Instant expiresAt, boolean used) {}
}
