package org.gatehouse.oauth.bearer;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.CLIENT;
import static org.gatehouse.platform.database.schema.Tables.CONFIGURATION_VERSION;
import static org.gatehouse.platform.database.schema.Tables.OAUTH_GRANT;
import static org.gatehouse.platform.database.schema.Tables.ORGANIZATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatehouse.identity.Assurance;
import org.gatehouse.identity.Caller;
import org.gatehouse.oauth.token.AccessTokenClaims;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.oauth.token.StandingConnection;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

/** Looks up whether connections still stand; for every request, and for those that are being answered. One statement, so one moment. */
@Singleton
class Connections {
    private final Database database;

    @Inject
    Connections(Database database) {
        this.database = database;
    }

    /** The connection behind a token, with what the token says, if it stands. */
    Optional<Connection> find(AccessTokenClaims claims) {
        Condition claimed = OAUTH_GRANT.ID.eq(claims.grantId())
                .and(OAUTH_GRANT.USER_ID.eq(claims.userId()))
                .and(OAUTH_GRANT.CLIENT_ID.eq(claims.clientId()));
        return standing(claimed).fetchOptional(row -> new Connection(
                new Caller(
                        claims.userId(), row.get(APP_USER.USERNAME), claims.clientId(), claims.grantId(), claims.resource(), claims.scopes(),
                        row.get(CONFIGURATION_VERSION.VERSION)),
                Assurance.valueOf(row.get(OAUTH_GRANT.ASSURANCE))));
    }

    /** Those of the connections that stand, with all that was approved. */
    List<Connection> standing(Collection<String> ids) {
        return standing(OAUTH_GRANT.ID.in(ids)).fetch(row -> new Connection(
                new Caller(
                        row.get(OAUTH_GRANT.USER_ID), row.get(APP_USER.USERNAME), row.get(OAUTH_GRANT.CLIENT_ID), row.get(OAUTH_GRANT.ID),
                        row.get(OAUTH_GRANT.RESOURCE),
                        OAuthScope.split(row.get(OAUTH_GRANT.SCOPE)).stream().map(OAuthScope::value).collect(Collectors.toSet()),
                        row.get(CONFIGURATION_VERSION.VERSION)),
                Assurance.valueOf(row.get(OAUTH_GRANT.ASSURANCE))));
    }

    /** Not ended, the person active, the client enabled. */
    private SelectConditionStep<? extends Record> standing(Condition which) {
        return database.sql()
                .select(
                        APP_USER.USERNAME, CONFIGURATION_VERSION.VERSION, OAUTH_GRANT.ASSURANCE, OAUTH_GRANT.ID, OAUTH_GRANT.USER_ID,
                        OAUTH_GRANT.CLIENT_ID, OAUTH_GRANT.RESOURCE, OAUTH_GRANT.SCOPE)
                .from(OAUTH_GRANT)
                .join(APP_USER)
                .on(APP_USER.ID.eq(OAUTH_GRANT.USER_ID))
                .join(CLIENT)
                .on(CLIENT.CLIENT_ID.eq(OAUTH_GRANT.CLIENT_ID))
                .join(CONFIGURATION_VERSION)
                .on(CONFIGURATION_VERSION.TOPIC.eq(Topic.ACCESS.key()))
                .crossJoin(ORGANIZATION)
                .where(which)
                .and(StandingConnection.STANDS)
                .and(APP_USER.ACTIVE)
                .and(CLIENT.ENABLED);
    }
}
