package org.gatehouse.oauth.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.oauth.OAuthWorld.ADA;
import static org.gatehouse.oauth.OAuthWorld.BOB;
import static org.gatehouse.oauth.OAuthWorld.READS;
import static org.gatehouse.oauth.grant.OAuthServer.error;
import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.OAUTH_GRANT;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gatehouse.oauth.OAuthWorld;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.permission.grants.ConnectionsEnded;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.testing.TestAudit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ending many connections at once, and what lists say of it; attacks R03 and R06. */
class BulkRevocationTest {
    private final OAuthWorld world;
    private final OAuthServer server;
    private final BulkRevocations bulk;
    private final Usage usage;
    private final Disconnections service;

    BulkRevocationTest(@TempDir Path home) {
        world = new OAuthWorld(home);
        server = new OAuthServer(world);
        bulk = new BulkRevocations(world.database, world.versions, world.clock);
        usage = new Usage(world.database);
        service = new Disconnections(usage, server.grants, server.remembered);
    }

    @Test
    void r03EndsAllConnectionsOfAClientInOneWriteAndNoOthers() {
        var ended = server.connect();
        insert(1, "notebook", ADA);

        var revocation = bulk.start(new RevocationTarget.OfClient("inspector"), "admin");

        assertThat(revocation.total()).as("counted later").isNull();
        assertThat(error(server.token(server.refreshment(ended)))).isEqualTo("invalid_grant");
        assertThat(usage.of(ADA)).extracting(Connection::clientId).containsExactly("notebook");
    }

    @Test
    void r03EndsAllConnectionsOfAPersonAndNoOthers() {
        insert(1, "notebook", ADA);
        insert(2, "notebook", BOB);

        bulk.start(new RevocationTarget.OfPerson(ADA), "admin");

        assertThat(usage.of(ADA)).isEmpty();
        assertThat(usage.of(BOB)).hasSize(2);
    }

    @Test
    void r03EndsAllConnectionsOfAProfileAndNoOthers() {
        insert(2, "notebook", ADA);
        insert(3, "notebook", BOB);
        world.otherProfile(BOB, "SupportUser");

        var id = bulk.start(new RevocationTarget.OfProfile("SupportUser"), "admin").id();
        world.otherProfile(ADA, "SupportUser");

        assertThat(usage.of(BOB)).isEmpty();
        assertThat(usage.of(ADA)).as("who came to the profile later").hasSize(2);
        while (bulk.step()) {
            assertThat(bulk.find(id).orElseThrow().target()).isEqualTo(new RevocationTarget.OfProfile("SupportUser"));
        }
        assertThat(progress(bulk.find(id).orElseThrow())).isEqualTo("3/3 true");
        assertThat(usage.of(ADA)).hasSize(2);
    }

    @Test
    void r03EndsACodeThatWasNotRedeemedYet() {
        var redemption = server.redemption(server.code());

        bulk.start(new RevocationTarget.Everything(), "admin");

        assertThat(error(server.token(redemption))).isEqualTo("invalid_grant");
    }

    @Test
    void r03LetsAPersonConnectAnewAfterwards() {
        bulk.start(new RevocationTarget.Everything(), "admin");

        assertThat(error(server.token(server.refreshment(server.connect())))).isEmpty();
    }

    @Test
    void saysHowFarItIsAndNeverThatItIsDoneTooEarly() {
        insert(2 * BulkRevocations.BATCH + 1, "notebook", ADA);
        var id = bulk.start(new RevocationTarget.Everything(), "admin").id();

        assertThat(progress(bulk.find(id).orElseThrow())).isEqualTo("0/null false");
        var seen = IntStream.range(0, 5).mapToObj(step -> {
            bulk.step();
            return bulk.find(id).orElseThrow();
        });

        assertThat(seen).satisfiesExactly(
                counted -> assertThat(progress(counted)).isEqualTo("0/2001 false"),
                first -> assertThat(progress(first)).isEqualTo("1000/2001 false"),
                second -> assertThat(progress(second)).isEqualTo("2000/2001 false"),
                third -> assertThat(progress(third)).isEqualTo("2001/2001 false"),
                fourth -> assertThat(progress(fourth)).isEqualTo("2001/2001 true"));
        assertThat(bulk.step()).isFalse();
        assertThat(world.database.sql().fetchCount(OAUTH_GRANT, OAUTH_GRANT.REVOKED_AT.isNull())).isZero();
    }

    @Test
    void goesOnWhereItStoppedOnAnotherNode() {
        insert(BulkRevocations.BATCH + 1, "notebook", ADA);
        var id = bulk.start(new RevocationTarget.OfPerson(ADA), "admin").id();
        bulk.step();
        bulk.step();

        var other = new BulkRevocations(world.database, world.versions, world.clock);
        while (other.step()) {
            assertThat(other.find(id).orElseThrow().done()).isEqualTo(BulkRevocations.BATCH + 1);
        }

        assertThat(other.find(id).orElseThrow().finishedAt()).isNotNull();
    }

    @Test
    void r07MarksConnectionsThatEndedWithAPasswordByThatReason() {
        insert(2, "notebook", ADA);
        insert(1, "notebook", BOB);
        world.versions.changed(Topic.ACCESS);
        var ended = new ConnectionsEnded(ADA, "ada", world.versions.current(Topic.ACCESS));
        world.database.sql().update(APP_USER).set(APP_USER.REVOKED_VERSION, ended.version()).where(APP_USER.ID.eq(ADA)).execute();

        var events = TestAudit.events(world.database);
        new PasswordRevocations(bulk, new GrantEvents(events), events).mark(ended);
        while (bulk.step()) {
            assertThat(bulk.newest(1).getFirst().reason()).isEqualTo("password-change");
        }

        assertThat(bulk.newest(1).getFirst()).satisfies(it -> {
            assertThat(progress(it)).isEqualTo("2/2 true");
            assertThat(it.requestedBy()).isEqualTo("ada");
        });
        assertThat(world.database.sql().fetchCount(OAUTH_GRANT, OAUTH_GRANT.REVOKED_BY.eq("password-change"))).isEqualTo(2);
        assertThat(usage.of(BOB)).as("nobody else's").hasSize(1);
    }

    @Test
    void r06EndsNobodyElsesConnection() {
        insert(1, "notebook", BOB);
        var bobs = usage.of(BOB).getFirst().id();

        assertThat(service.endOwn(ADA, bobs)).isFalse();
        assertThat(service.endOwn(ADA, "no-such-connection")).isFalse();
        assertThat(usage.of(BOB)).hasSize(1);
        assertThat(service.endOwn(BOB, bobs)).isTrue();
        assertThat(usage.of(BOB)).isEmpty();
    }

    @Test
    void asksAgainAfterAPersonEndedAConnection() {
        var pending = server.pending("inspector", OAuthScope.MCP_API);
        server.consents.approve(pending, server.approver(ADA), pending.scopes());
        assertThat(server.consents.remembered(pending, server.approver(ADA))).isPresent();

        service.endOwn(ADA, usage.of(ADA).getFirst().id());

        assertThat(server.consents.remembered(pending, server.approver(ADA))).isEmpty();
    }

    @Test
    void countsPersonsConnectionsAndTokensOfEachClient() {
        server.connect();
        insert(3, "notebook", BOB);

        var clients = usage.clients();

        assertThat(clients).extracting(ClientUsage::clientId).containsExactly("inspector", "notebook", "portal");
        assertThat(clients.getFirst().persons()).isEqualTo(1);
        assertThat(clients.getFirst().useCount()).isEqualTo(1);
        assertThat(clients.get(1).persons()).isEqualTo(1);
        assertThat(clients.get(1).connections()).isEqualTo(3);
        assertThat(clients.get(2).connections()).isZero();
    }

    @Test
    void pagesThroughConnections() {
        insert(5, "notebook", BOB);

        var first = usage.page(Optional.of("notebook"), Optional.empty(), Optional.empty(), 3);
        var rest = usage.page(Optional.of("notebook"), Optional.of(BOB), Optional.of(first.getLast().id()), 3);

        assertThat(first).hasSize(3);
        assertThat(rest).hasSize(2).doesNotContainAnyElementsOf(first);
        assertThat(usage.page(Optional.empty(), Optional.of(ADA), Optional.empty(), 3)).isEmpty();
    }

    private static String progress(BulkRevocation revocation) {
        return revocation.done() + "/" + revocation.total() + " " + (revocation.finishedAt() != null);
    }

    private void insert(int count, String clientId, String userId) {
        var sql = world.database.sql();
        sql.batch(IntStream.range(0, count)
                        .mapToObj(i -> sql.insertInto(OAUTH_GRANT)
                                .set(OAUTH_GRANT.ID, "%s-%s-%06d".formatted(clientId, userId.substring(12), i))
                                .set(OAUTH_GRANT.CLIENT_ID, clientId)
                                .set(OAUTH_GRANT.USER_ID, userId)
                                .set(OAUTH_GRANT.RESOURCE, READS)
                                .set(OAUTH_GRANT.SCOPE, "mcp_api.read")
                                .set(OAUTH_GRANT.CREATED_AT, Instant.EPOCH)
                                .set(OAUTH_GRANT.ACCESS_VERSION, 1L)
                                .set(OAUTH_GRANT.USE_COUNT, 0L))
                        .toList())
                .execute();
    }
}
