package org.gatehouse.oauth.grant;

import static org.gatehouse.platform.database.schema.Tables.REFRESH_TOKEN;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.platform.crypto.OpaqueToken;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.database.schema.tables.RefreshToken;
import org.jspecify.annotations.Nullable;

/** The refresh tokens, by their hashes. */
@Singleton
class RefreshTokens {
    private static final RefreshToken R = REFRESH_TOKEN;

    private final Database database;

    @Inject
    RefreshTokens(Database database) {
        this.database = database;
    }

    /** Makes one. */
    OpaqueToken create(String grantId, Instant now) {
        OpaqueToken token = OpaqueToken.create();
        insert(token, grantId, now);
        return token;
    }

    private void insert(OpaqueToken token, String grantId, Instant now) {
        database.sql()
                .insertInto(R)
                .set(R.TOKEN_HASH, token.hash())
                .set(R.GRANT_ID, grantId)
                .set(R.ISSUED_AT, now)
                .execute();
    }

    Optional<Stored> find(OpaqueToken token) {
        return database.sql()
                .select(R.TOKEN_HASH, R.GRANT_ID, R.ISSUED_AT, R.USED_AT, R.SUCCESSOR_JWE)
                .from(R)
                .where(R.TOKEN_HASH.eq(token.hash()))
                .fetchOptional(row -> new Stored(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    /**
     * Exchanges one for its successor by one conditional write: of all who present it at once, one gets the successor from here.
     *
     * @return empty if it is used already
     */
    Optional<OpaqueToken> exchange(Stored stored, OpaqueToken token, Instant now) {
        OpaqueToken successor = OpaqueToken.create();
        int used = database.sql()
                .update(R)
                .set(R.USED_AT, now)
                .set(R.SUCCESSOR_JWE, SealedSuccessor.seal(successor, token))
                .where(R.TOKEN_HASH.eq(stored.hash()))
                .and(R.USED_AT.isNull())
                .execute();
        if (used == 0) {
            return Optional.empty();
        }
        insert(successor, stored.grantId(), now);
        return Optional.of(successor);
    }

    /** The successor that a used token was exchanged for, as long as nobody has used that one. */
    Optional<OpaqueToken> unusedSuccessor(Stored used, OpaqueToken token) {
        return Optional.ofNullable(used.successorJwe())
                .flatMap(sealed -> SealedSuccessor.open(sealed, token))
                .filter(successor -> find(successor).filter(found -> found.usedAt() == null).isPresent());
    }

    /** What is kept of one. */
    record Stored(String hash, String grantId, Instant issuedAt, @Nullable Instant usedAt, @Nullable String successorJwe) {}
}
