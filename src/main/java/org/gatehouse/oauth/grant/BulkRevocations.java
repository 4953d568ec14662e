package org.gatehouse.oauth.grant;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.BULK_REVOCATION;
import static org.gatehouse.platform.database.schema.Tables.CLIENT;
import static org.gatehouse.platform.database.schema.Tables.OAUTH_GRANT;
import static org.gatehouse.platform.database.schema.Tables.ORGANIZATION;
import static org.gatehouse.platform.database.schema.Tables.PROFILE;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.database.schema.tables.OauthGrant;
import org.jooq.Condition;
import org.jooq.Record;

/**
 * Ends many connections at once. One write ends them all ({@link org.gatehouse.oauth.token.StandingConnection}); their marking follows in
 * batches, each in a transaction of its own with the count of what is done, so that it goes on where it stopped after a crash, on any node.
 */
@Singleton
class BulkRevocations {
    static final int BATCH = 1_000;

    private static final OauthGrant G = OAUTH_GRANT;
    private static final org.gatehouse.platform.database.schema.tables.BulkRevocation B = BULK_REVOCATION;

    private final Database database;
    private final ConfigurationVersions versions;
    private final InstantSource clock;

    @Inject
    BulkRevocations(Database database, ConfigurationVersions versions, InstantSource clock) {
        this.database = database;
        this.versions = versions;
        this.clock = clock;
    }

    /** Ends the connections, as part of the caller's transaction. */
    BulkRevocation start(RevocationTarget target, String requestedBy) {
        // Counted up first: whoever connects at the same moment either read the number before, and has ended, or waits for this and stands.
        versions.changed(Topic.ACCESS);
        long version = versions.current(Topic.ACCESS);
        raise(target, version);
        return follow(target, version, requestedBy, GrantEnd.ADMINISTRATOR);
    }

    /** Has connections marked that have ended by a write of this version already, as part of the caller's transaction. */
    BulkRevocation follow(RevocationTarget target, long version, String requestedBy, GrantEnd why) {
        // Not counted here: counting takes as long as there are connections, and whoever asked waits for the end of them, not for a number.
        BulkRevocation revocation =
                new BulkRevocation(UUID.randomUUID().toString(), target, why.key(), requestedBy, clock.instant(), null, 0, null);
        database.sql()
                .insertInto(B)
                .set(B.ID, revocation.id())
                .set(B.CLIENT_ID, target instanceof RevocationTarget.OfClient(var id) ? id : null)
                .set(B.USER_ID, target instanceof RevocationTarget.OfPerson(var id) ? id : null)
                .set(B.PROFILE, target instanceof RevocationTarget.OfProfile(var name) ? name : null)
                .set(B.VERSION, version)
                .set(B.REVOKED_BY, revocation.reason())
                .set(B.REQUESTED_BY, requestedBy)
                .set(B.REQUESTED_AT, revocation.requestedAt())
                .set(B.DONE, 0L)
                .execute();
        return revocation;
    }

    private void raise(RevocationTarget target, long version) {
        var sql = database.sql();
        switch (target) {
            case RevocationTarget.Everything() -> sql.update(ORGANIZATION).set(ORGANIZATION.REVOKED_VERSION, version).execute();
            case RevocationTarget.OfClient(var id) ->
                sql.update(CLIENT).set(CLIENT.REVOKED_VERSION, version).where(CLIENT.CLIENT_ID.eq(id)).execute();
            case RevocationTarget.OfPerson(var id) ->
                sql.update(APP_USER).set(APP_USER.REVOKED_VERSION, version).where(APP_USER.ID.eq(id)).execute();
            case RevocationTarget.OfProfile(var name) ->
                sql.update(APP_USER).set(APP_USER.REVOKED_VERSION, version)
                        .where(APP_USER.PROFILE_ID.in(select(PROFILE.ID).from(PROFILE).where(PROFILE.API_NAME.eq(name)))).execute();
        }
    }

    private static Condition pending(RevocationTarget target, long version) {
        Condition whose = switch (target) {
            case RevocationTarget.Everything() -> noCondition();
            case RevocationTarget.OfClient(var id) -> G.CLIENT_ID.eq(id);
            case RevocationTarget.OfPerson(var id) -> G.USER_ID.eq(id);
            // Whoever had the profile then has the number since; who has it by now may be somebody else.
            case RevocationTarget.OfProfile(var name) ->
                G.USER_ID.in(select(APP_USER.ID).from(APP_USER).where(APP_USER.REVOKED_VERSION.eq(version)));
        };
        return whose.and(G.REVOKED_AT.isNull()).and(G.ACCESS_VERSION.lt(version));
    }

    /**
     * Counts an unfinished revocation, or marks its next batch, as part of the caller's transaction.
     *
     * @return false if none is unfinished
     */
    boolean step() {
        Optional<? extends Record> unfinished =
                database.sql().selectFrom(B).where(B.FINISHED_AT.isNull()).orderBy(B.REQUESTED_AT, B.ID).limit(1).fetchOptional();
        if (unfinished.isEmpty()) {
            return false;
        }
        BulkRevocation revocation = revocation(unfinished.get());
        Condition pending = pending(revocation.target(), unfinished.get().get(B.VERSION));
        if (revocation.total() == null) {
            count(revocation, pending);
        } else {
            mark(revocation, pending);
        }
        return true;
    }

    private void count(BulkRevocation revocation, Condition pending) {
        long total = database.sql().fetchCount(database.sql().selectOne().from(G).where(pending));
        // Of two nodes that count at once, the first is believed: the other may have missed what was marked since.
        database.sql().update(B).set(B.TOTAL, total).where(B.ID.eq(revocation.id())).and(B.TOTAL.isNull()).execute();
    }

    private void mark(BulkRevocation revocation, Condition pending) {
        List<String> batch = database.sql().select(G.ID).from(G).where(pending).orderBy(G.ID).limit(BATCH).fetch(G.ID);
        int marked = database.sql()
                .update(G)
                .set(G.REVOKED_AT, revocation.requestedAt())
                .set(G.REVOKED_BY, revocation.reason())
                .where(G.ID.in(batch))
                .and(G.REVOKED_AT.isNull())
                .execute();
        // Finished is said only once a look after the last batch finds nothing more.
        database.sql()
                .update(B)
                .set(B.DONE, B.DONE.plus(marked))
                .set(B.FINISHED_AT, batch.isEmpty() ? clock.instant() : null)
                .where(B.ID.eq(revocation.id()))
                .execute();
    }

    /** The revocations, newest first. */
    List<BulkRevocation> newest(int limit) {
        return database.sql().selectFrom(B).orderBy(B.REQUESTED_AT.desc(), B.ID).limit(limit).fetch(BulkRevocations::revocation);
    }

    Optional<BulkRevocation> find(String id) {
        return database.sql().selectFrom(B).where(B.ID.eq(id)).fetchOptional(BulkRevocations::revocation);
    }

    private static BulkRevocation revocation(Record row) {
        String client = row.get(B.CLIENT_ID);
        String user = row.get(B.USER_ID);
        String profile = row.get(B.PROFILE);
        RevocationTarget target = client != null
                ? new RevocationTarget.OfClient(client)
                : user != null
                        ? new RevocationTarget.OfPerson(user)
                        : profile != null ? new RevocationTarget.OfProfile(profile) : new RevocationTarget.Everything();
        return new BulkRevocation(
                row.get(B.ID), target, row.get(B.REVOKED_BY), row.get(B.REQUESTED_BY), row.get(B.REQUESTED_AT), row.get(B.TOTAL), row.get(B.DONE),
                row.get(B.FINISHED_AT));
    }
}
