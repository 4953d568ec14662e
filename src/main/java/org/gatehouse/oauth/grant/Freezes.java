package org.gatehouse.oauth.grant;

import static org.gatehouse.platform.database.schema.Tables.OAUTH_GRANT;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.gatehouse.audit.AuditText;
import org.gatehouse.audit.alert.ConnectionFreezes;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.database.schema.tables.OauthGrant;
import org.jooq.Condition;

/**
 * Freezes what an app may do for a person at a server, and lifts that. All connections of the three are frozen, and no new one is made meanwhile,
 * whatever becomes of the old ones: an agent that could come back by connecting anew would not have been stopped. Only an administrator lifts it.
 */
@Singleton
class Freezes implements ConnectionFreezes {
    private static final OauthGrant G = OAUTH_GRANT;

    private final Database database;
    private final Grants grants;
    private final GrantEvents events;
    private final InstantSource clock;

    @Inject
    Freezes(Database database, Grants grants, GrantEvents events, InstantSource clock) {
        this.database = database;
        this.grants = grants;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public boolean freeze(String connectionId, String by) {
        Optional<Grant> found = grants.find(connectionId);
        if (found.isEmpty()) {
            return false;
        }
        Grant grant = found.get();
        int frozen = database.sql()
                .update(G)
                .set(G.FROZEN_AT, clock.instant())
                .set(G.FROZEN_BY, AuditText.fit(by, G.FROZEN_BY.getDataType().length()))
                .where(same(grant.userId(), grant.clientId(), grant.resource()))
                .and(G.REVOKED_AT.isNull().or(G.ID.eq(connectionId)))
                .and(G.FROZEN_AT.isNull())
                .execute();
        if (frozen > 0) {
            events.frozen(grant, by);
            GrantLog.LOG.grantFrozen(connectionId, by);
        }
        return true;
    }

    /** Lifts a freeze; false if there is none. */
    boolean unfreeze(String connectionId) {
        Optional<Grant> found = grants.find(connectionId);
        if (found.isEmpty()) {
            return false;
        }
        Grant grant = found.get();
        int lifted = database.sql()
                .update(G)
                .setNull(G.FROZEN_AT)
                .setNull(G.FROZEN_BY)
                .where(same(grant.userId(), grant.clientId(), grant.resource()))
                .and(G.FROZEN_AT.isNotNull())
                .execute();
        if (lifted > 0) {
            events.unfrozen(grant);
        }
        return lifted > 0;
    }

    /** Whether what the app may do for the person at the server is frozen. */
    boolean frozen(String userId, String clientId, String resource) {
        return database.sql().fetchExists(G, same(userId, clientId, resource).and(G.FROZEN_AT.isNotNull()));
    }

    private static Condition same(String userId, String clientId, String resource) {
        return G.USER_ID.eq(userId).and(G.CLIENT_ID.eq(clientId)).and(G.RESOURCE.eq(resource));
    }
}
