package org.gatehouse.oauth.grant;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.CLIENT;
import static org.gatehouse.platform.database.schema.Tables.CONSENT;
import static org.gatehouse.platform.database.schema.Tables.ORGANIZATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.oauth.client.RedirectUris;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.platform.crypto.OpaqueToken;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.database.schema.tables.Consent;

/**
 * What people approved before, per client, server and redirect. Whoever asks for no more than was asked then gets what was approved then.
 *
 * <p>It is forgotten when the connection is ended, by itself or with others: an agent that was sent away must not come back unasked.
 */
@Singleton
class RememberedConsents {
    private static final Consent C = CONSENT;

    private final Database database;
    private final ConfigurationVersions versions;
    private final InstantSource clock;

    @Inject
    RememberedConsents(Database database, ConfigurationVersions versions, InstantSource clock) {
        this.database = database;
        this.versions = versions;
        this.clock = clock;
    }

    /** Remembers that a person approved these of the scopes that were asked for. */
    void remember(PendingAuthorization pending, String userId, Set<OAuthScope> approved) {
        String id = id(pending, userId);
        database.sql().deleteFrom(C).where(C.ID.eq(id)).execute();
        database.sql()
                .insertInto(C)
                .set(C.ID, id)
                .set(C.CLIENT_ID, pending.clientId())
                .set(C.USER_ID, userId)
                .set(C.RESOURCE, pending.resource())
                .set(C.REDIRECT_URI, pending.redirectUri())
                .set(C.REQUESTED_SCOPE, OAuthScope.join(pending.scopes()))
                .set(C.APPROVED_SCOPE, OAuthScope.join(approved))
                .set(C.APPROVED_AT, clock.instant())
                .set(C.ACCESS_VERSION, versions.current(Topic.ACCESS))
                .execute();
    }

    /**
     * The scopes that need not be asked about again. A redirect to the person's own machine is always asked about: any program there can say
     * that it is this client (RFC 8252 section 8.6).
     */
    Optional<Set<OAuthScope>> recall(PendingAuthorization pending, String userId) {
        if (RedirectUris.leadsToThisMachine(pending.redirectUri())) {
            return Optional.empty();
        }
        return database.sql()
                .select(C.REQUESTED_SCOPE, C.APPROVED_SCOPE)
                .from(C)
                .join(CLIENT)
                .on(CLIENT.CLIENT_ID.eq(C.CLIENT_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(C.USER_ID))
                .crossJoin(ORGANIZATION)
                .where(C.ID.eq(id(pending, userId)))
                .and(C.ACCESS_VERSION.ge(CLIENT.REVOKED_VERSION))
                .and(C.ACCESS_VERSION.ge(APP_USER.REVOKED_VERSION))
                .and(C.ACCESS_VERSION.ge(ORGANIZATION.REVOKED_VERSION))
                .fetchOptional()
                .filter(row -> OAuthScope.split(row.value1()).containsAll(pending.scopes()))
                .map(row -> approved(pending, OAuthScope.split(row.value2())))
                .filter(approved -> !approved.isEmpty());
    }

    private static Set<OAuthScope> approved(PendingAuthorization pending, Set<OAuthScope> before) {
        return OAuthScope.covered(pending.scopes(), before);
    }

    /** Forgets what a person approved of a client at a server. */
    void forget(String clientId, String userId, String resource) {
        database.sql()
                .deleteFrom(C)
                .where(C.CLIENT_ID.eq(clientId))
                .and(C.USER_ID.eq(userId))
                .and(C.RESOURCE.eq(resource))
                .execute();
    }

    /** None of the parts holds a line break, so no two different consents share an id. */
    private static String id(PendingAuthorization pending, String userId) {
        return OpaqueToken.sha256(String.join("\n", pending.clientId(), userId, pending.resource(), pending.redirectUri()));
    }
}
