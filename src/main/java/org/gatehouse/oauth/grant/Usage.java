package org.gatehouse.oauth.grant;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.CLIENT;
import static org.gatehouse.platform.database.schema.Tables.OAUTH_GRANT;
import static org.gatehouse.platform.database.schema.Tables.ORGANIZATION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.oauth.token.StandingConnection;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.database.schema.tables.OauthGrant;
import org.jooq.Condition;
import org.jooq.Record;

/** Lists the connections that have not ended, frozen ones among them. */
@Singleton
class Usage {
    private static final OauthGrant G = OAUTH_GRANT;

    private final Database database;

    @Inject
    Usage(Database database) {
        this.database = database;
    }

    /** Every client with its use, by label. */
    List<ClientUsage> clients() {
        return database.sql()
                .select(
                        CLIENT.CLIENT_ID, CLIENT.LABEL, CLIENT.ENABLED, countDistinct(G.USER_ID), count(G.ID), min(G.CREATED_AT),
                        max(G.LAST_USED_AT), coalesce(sum(G.USE_COUNT), val(BigDecimal.ZERO)))
                .from(CLIENT)
                .crossJoin(ORGANIZATION)
                .leftJoin(G.join(APP_USER).on(APP_USER.ID.eq(G.USER_ID)))
                .on(G.CLIENT_ID.eq(CLIENT.CLIENT_ID))
                .and(StandingConnection.GOES_ON)
                .groupBy(CLIENT.CLIENT_ID, CLIENT.LABEL, CLIENT.ENABLED)
                .orderBy(CLIENT.LABEL, CLIENT.CLIENT_ID)
                .fetch(row -> new ClientUsage(
                        row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6(), row.value7(),
                        row.value8().longValueExact()));
    }

    /** One person's connections, newest first. */
    List<Connection> of(String userId) {
        return fetch(G.USER_ID.eq(userId), Integer.MAX_VALUE);
    }

    /**
     * Connections in the order of their ids.
     *
     * @param clientId only through this client
     * @param userId only of this person
     * @param after only those whose id comes after this one; for the next page
     */
    List<Connection> page(Optional<String> clientId, Optional<String> userId, Optional<String> after, int limit) {
        Condition condition = clientId.<Condition>map(G.CLIENT_ID::eq).orElse(noCondition())
                .and(userId.<Condition>map(G.USER_ID::eq).orElse(noCondition()))
                .and(after.<Condition>map(G.ID::gt).orElse(trueCondition()));
        return fetch(condition, limit);
    }

    /** Those that are frozen, by their ids; also such as have ended since, because their freeze still keeps others from being made. */
    List<Connection> frozen(int limit) {
        return fetch(noCondition(), G.FROZEN_AT.isNotNull(), limit);
    }

    Optional<Connection> find(String id) {
        return fetch(G.ID.eq(id), 1).stream().findFirst();
    }

    private List<Connection> fetch(Condition condition, int limit) {
        return fetch(StandingConnection.GOES_ON, condition, limit);
    }

    private List<Connection> fetch(Condition state, Condition condition, int limit) {
        return database.sql()
                .select(
                        G.ID, G.CLIENT_ID, CLIENT.LABEL, G.USER_ID, APP_USER.USERNAME, G.RESOURCE, G.SCOPE, G.CREATED_AT, G.LAST_USED_AT,
                        G.USE_COUNT, G.FROZEN_AT, G.FROZEN_BY)
                .from(G)
                .join(CLIENT)
                .on(CLIENT.CLIENT_ID.eq(G.CLIENT_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(G.USER_ID))
                .crossJoin(ORGANIZATION)
                .where(state)
                .and(condition)
                .orderBy(G.ID)
                .limit(limit)
                .fetch(Usage::connection);
    }

    private static Connection connection(Record row) {
        return new Connection(
                row.get(G.ID),
                row.get(G.CLIENT_ID),
                row.get(CLIENT.LABEL),
                row.get(G.USER_ID),
                row.get(APP_USER.USERNAME),
                row.get(G.RESOURCE),
                OAuthScope.split(row.get(G.SCOPE)),
                row.get(G.CREATED_AT),
                row.get(G.LAST_USED_AT),
                row.get(G.USE_COUNT),
                row.get(G.FROZEN_AT),
                row.get(G.FROZEN_BY));
    }
}
