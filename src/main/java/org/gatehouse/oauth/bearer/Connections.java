package org.gatehouse.oauth.bearer;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.CLIENT;
import static org.gatehouse.platform.database.schema.Tables.CONFIGURATION_VERSION;
import static org.gatehouse.platform.database.schema.Tables.OAUTH_GRANT;
import static org.gatehouse.platform.database.schema.Tables.ORGANIZATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.gatehouse.identity.Assurance;
import org.gatehouse.identity.Caller;
import org.gatehouse.oauth.token.AccessTokenClaims;
import org.gatehouse.oauth.token.StandingConnection;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;

/** Looks up, for every request, whether the connection behind a token still stands. One statement, so one moment. */
@Singleton
class Connections {
    private final Database database;

    @Inject
    Connections(Database database) {
        this.database = database;
    }

    /** The connection, if it has not ended, its person is active and its client enabled. */
    Optional<Connection> find(AccessTokenClaims claims) {
        return database.sql()
                .select(APP_USER.USERNAME, CONFIGURATION_VERSION.VERSION, OAUTH_GRANT.ASSURANCE)
                .from(OAUTH_GRANT)
                .join(APP_USER)
                .on(APP_USER.ID.eq(OAUTH_GRANT.USER_ID))
                .join(CLIENT)
                .on(CLIENT.CLIENT_ID.eq(OAUTH_GRANT.CLIENT_ID))
                .join(CONFIGURATION_VERSION)
                .on(CONFIGURATION_VERSION.TOPIC.eq(Topic.ACCESS.key()))
                .crossJoin(ORGANIZATION)
                .where(OAUTH_GRANT.ID.eq(claims.grantId()))
                .and(OAUTH_GRANT.USER_ID.eq(claims.userId()))
                .and(OAUTH_GRANT.CLIENT_ID.eq(claims.clientId()))
                .and(StandingConnection.STANDS)
                .and(APP_USER.ACTIVE)
                .and(CLIENT.ENABLED)
                .fetchOptional(row -> new Connection(
                        new Caller(
                                claims.userId(), row.value1(), claims.clientId(), claims.grantId(), claims.resource(), claims.scopes(),
                                row.value2()),
                        Assurance.valueOf(row.value3())));
    }
}
