package org.gatehouse.oauth.grant;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.CLIENT;
import static org.gatehouse.platform.database.schema.Tables.OAUTH_GRANT;
import static org.gatehouse.platform.database.schema.Tables.ORGANIZATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.identity.Assurance;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.oauth.token.StandingConnection;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.database.schema.tables.OauthGrant;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** The connections. Every token belongs to one, and none outlives it. */
@Singleton
class Grants {
    private static final OauthGrant G = OAUTH_GRANT;

    private final Database database;
    private final ConfigurationVersions versions;
    private final GrantEvents events;
    private final InstantSource clock;

    @Inject
    Grants(Database database, ConfigurationVersions versions, GrantEvents events, InstantSource clock) {
        this.database = database;
        this.versions = versions;
        this.events = events;
        this.clock = clock;
    }

    /** Makes a connection of what the person approved. */
    Grant create(PendingAuthorization approved, String userId, Assurance assurance) {
        Grant grant = new Grant(
                UUID.randomUUID().toString(), approved.clientId(), userId, approved.resource(), approved.scopes(), clock.instant(),
                assurance, false);
        database.sql()
                .insertInto(G)
                .set(G.ID, grant.id())
                .set(G.CLIENT_ID, grant.clientId())
                .set(G.USER_ID, grant.userId())
                .set(G.RESOURCE, grant.resource())
                .set(G.SCOPE, OAuthScope.join(grant.scopes()))
                .set(G.CREATED_AT, grant.createdAt())
                .set(G.ASSURANCE, assurance.name())
                .set(G.ACCESS_VERSION, versions.current(Topic.ACCESS))
                .set(G.USE_COUNT, 0L)
                .execute();
        events.approved(grant);
        return grant;
    }

    Optional<Grant> find(String id) {
        return database.sql()
                .select(G.ID, G.CLIENT_ID, G.USER_ID, G.RESOURCE, G.SCOPE, G.CREATED_AT, G.ASSURANCE, DSL.field(StandingConnection.STANDS))
                .from(G)
                .join(CLIENT)
                .on(CLIENT.CLIENT_ID.eq(G.CLIENT_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(G.USER_ID))
                .crossJoin(ORGANIZATION)
                .where(G.ID.eq(id))
                .fetchOptional(Grants::grant);
    }

    private static Grant grant(Record row) {
        return new Grant(
                row.get(G.ID),
                row.get(G.CLIENT_ID),
                row.get(G.USER_ID),
                row.get(G.RESOURCE),
                OAuthScope.split(row.get(G.SCOPE)),
                row.get(G.CREATED_AT),
                Assurance.valueOf(row.get(G.ASSURANCE)),
                !row.get(DSL.field(StandingConnection.STANDS)));
    }

    /**
     * Notes that a token is issued.
     *
     * @return false if the connection has ended or was frozen meanwhile; the write waits for whoever is doing that, so that no token slips past
     */
    boolean use(Grant grant) {
        boolean used = database.sql()
                        .update(G)
                        .set(G.LAST_USED_AT, clock.instant())
                        .set(G.USE_COUNT, G.USE_COUNT.plus(1))
                        .where(G.ID.eq(grant.id()))
                        .and(G.REVOKED_AT.isNull())
                        .and(G.FROZEN_AT.isNull())
                        .execute()
                == 1;
        if (used) {
            events.tokensIssued(grant);
        }
        return used;
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
            events.ended(find(id).orElseThrow(), why);
            GrantLog.LOG.grantEnded(id, why.key());
        }
    }
}
