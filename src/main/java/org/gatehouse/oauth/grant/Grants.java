package org.gatehouse.oauth.grant;

import static org.gatehouse.platform.database.schema.Tables.OAUTH_GRANT;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.database.schema.tables.OauthGrant;

/** The connections. Every token belongs to one, and none outlives it. */
@Singleton
class Grants {
    private static final OauthGrant G = OAUTH_GRANT;

    private final Database database;
    private final InstantSource clock;

    @Inject
    Grants(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Makes a connection of what the person approved. */
    Grant create(PendingAuthorization approved, String userId) {
        Grant grant = new Grant(
                UUID.randomUUID().toString(), approved.clientId(), userId, approved.resource(), approved.scopes(), clock.instant(), false);
        database.sql()
                .insertInto(G)
                .set(G.ID, grant.id())
                .set(G.CLIENT_ID, grant.clientId())
                .set(G.USER_ID, grant.userId())
                .set(G.RESOURCE, grant.resource())
                .set(G.SCOPE, OAuthScope.join(grant.scopes()))
                .set(G.CREATED_AT, grant.createdAt())
                .set(G.USE_COUNT, 0L)
                .execute();
        return grant;
    }

    Optional<Grant> find(String id) {
        return database.sql()
                .select(G.ID, G.CLIENT_ID, G.USER_ID, G.RESOURCE, G.SCOPE, G.CREATED_AT, G.REVOKED_AT)
                .from(G)
                .where(G.ID.eq(id))
                .fetchOptional(row -> new Grant(
                        row.value1(), row.value2(), row.value3(), row.value4(), scopes(row.value5()), row.value6(), row.value7() != null));
    }

    /**
     * Notes that a token is issued.
     *
     * @return false if the connection has ended meanwhile; the write waits for whoever is ending it, so that no token slips past
     */
    boolean use(Grant grant) {
        return database.sql()
                        .update(G)
                        .set(G.LAST_USED_AT, clock.instant())
                        .set(G.USE_COUNT, G.USE_COUNT.plus(1))
                        .where(G.ID.eq(grant.id()))
                        .and(G.REVOKED_AT.isNull())
                        .execute()
                == 1;
    }

    /** Ends a connection, and with it every token of it. */
    void end(String id, GrantEnd why) {
        Instant now = clock.instant();
        int ended = database.sql()
                .update(G)
                .set(G.REVOKED_AT, now)
                .set(G.REVOKED_BY, why.key())
                .where(G.ID.eq(id))
                .and(G.REVOKED_AT.isNull())
                .execute();
        if (ended == 1) {
            GrantLog.LOG.grantEnded(id, why.key());
        }
    }

    private static Set<OAuthScope> scopes(String joined) {
        return Arrays.stream(joined.split(" ")).flatMap(name -> OAuthScope.find(name).stream()).collect(Collectors.toUnmodifiableSet());
    }
}
