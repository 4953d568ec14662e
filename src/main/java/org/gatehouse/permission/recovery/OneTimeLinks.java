package org.gatehouse.permission.recovery;

import static org.gatehouse.platform.database.schema.Tables.ONE_TIME_LINK;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.crypto.OpaqueToken;
import org.gatehouse.platform.database.Database;
import org.jspecify.annotations.Nullable;

/** The one-time links in the database, as part of the caller's transaction. Only their hashes are there. */
@Singleton
class OneTimeLinks {
    private final Database database;
    private final Deployment deployment;
    private final InstantSource clock;

    @Inject
    OneTimeLinks(Database database, Deployment deployment, InstantSource clock) {
        this.database = database;
        this.deployment = deployment;
        this.clock = clock;
    }

    /** Makes a link; earlier ones of the same purpose and person are void. Its host is the installation's own, whatever a request said. */
    NewLink create(LinkPurpose purpose, @Nullable String userId) {
        OpaqueToken code = OpaqueToken.create();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expires = now.plus(purpose.lifetime());
        database.sql()
                .deleteFrom(ONE_TIME_LINK)
                .where(ONE_TIME_LINK.PURPOSE.eq(purpose.name()))
                .and(userId == null ? ONE_TIME_LINK.EXPIRES_AT.lt(now) : ONE_TIME_LINK.USER_ID.eq(userId))
                .execute();
        database.sql()
                .insertInto(ONE_TIME_LINK)
                .set(ONE_TIME_LINK.CODE_HASH, code.hash())
                .set(ONE_TIME_LINK.PURPOSE, purpose.name())
                .set(ONE_TIME_LINK.USER_ID, userId)
                .set(ONE_TIME_LINK.CREATED_AT, now)
                .set(ONE_TIME_LINK.EXPIRES_AT, expires)
                .execute();
        return new NewLink(deployment.url("/welcome?code=" + code.value()), expires.toString());
    }

    /** The link of that code, if it is good. */
    Optional<OneTimeLink> find(String code) {
        return database.sql()
                .selectFrom(ONE_TIME_LINK)
                .where(ONE_TIME_LINK.CODE_HASH.eq(OpaqueToken.sha256(code)))
                .and(ONE_TIME_LINK.USED_AT.isNull())
                .and(ONE_TIME_LINK.EXPIRES_AT.gt(clock.instant()))
                .fetchOptional(row -> new OneTimeLink(
                        row.get(ONE_TIME_LINK.CODE_HASH), LinkPurpose.valueOf(row.get(ONE_TIME_LINK.PURPOSE)), row.get(ONE_TIME_LINK.USER_ID)));
    }

    /** Uses the link up, in one conditional write: of two who come together, one gets false. */
    boolean use(OneTimeLink link) {
        return database.sql()
                        .update(ONE_TIME_LINK)
                        .set(ONE_TIME_LINK.USED_AT, clock.instant())
                        .where(ONE_TIME_LINK.CODE_HASH.eq(link.hash()))
                        .and(ONE_TIME_LINK.USED_AT.isNull())
                        .and(ONE_TIME_LINK.EXPIRES_AT.gt(clock.instant()))
                        .execute()
                == 1;
    }
}
