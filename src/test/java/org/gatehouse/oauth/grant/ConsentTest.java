package org.gatehouse.oauth.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.oauth.OAuthWorld.ADA;
import static org.gatehouse.oauth.OAuthWorld.BOB;
import static org.gatehouse.oauth.OAuthWorld.READS;
import static org.gatehouse.oauth.OAuthWorld.URL;
import static org.gatehouse.oauth.grant.OAuthServer.query;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.gatehouse.identity.Assurance;
import org.gatehouse.oauth.OAuthWorld;
import org.gatehouse.oauth.token.OAuthScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person's answer: RFC 6749 section 4.1.2. */
class ConsentTest {
    private final OAuthWorld world;
    private final OAuthServer server;
    private final PendingAuthorization pending;

    ConsentTest(@TempDir Path home) {
        world = new OAuthWorld(home);
        server = new OAuthServer(world);
        pending = server.pending("inspector", OAuthScope.MCP_API);
    }

    @Test
    void a15SendsACodeWithStateAndIssuer() {
        var location = server.consents.approve(pending, server.approver(ADA), pending.scopes());

        assertThat(query(location, "code")).hasSize(43);
        assertThat(query(location, "state")).isEqualTo("a state");
        assertThat(query(location, "iss")).isEqualTo(URL);
    }

    @Test
    void sendsAccessDeniedIfThePersonDenies() {
        var location = server.consents.deny(pending);

        assertThat(query(location, "error")).isEqualTo("access_denied");
        assertThat(query(location, "state")).isEqualTo("a state");
        assertThat(query(location, "iss")).isEqualTo(URL);
    }

    @Test
    void admitsOnlyWhomTheAppPolicyPermits() {
        assertThat(server.consents.admits(pending, server.approver(ADA))).isTrue();
        assertThat(server.consents.admits(pending, server.approver(BOB))).isFalse();
        assertThat(server.consents.admits(server.pending("notebook", OAuthScope.MCP_READ), server.approver(BOB))).isTrue();
    }

    @Test
    void admitsNobodyBeyondTheEndOfAnAssignment() {
        world.lend(BOB, world.clock.instant().plusSeconds(1));
        assertThat(server.consents.admits(pending, server.approver(BOB))).isTrue();

        world.clock.advance(Duration.ofSeconds(1));

        assertThat(server.consents.admits(pending, server.approver(BOB))).isFalse();
    }

    @Test
    void a27SendsNoCodeForAPersonWhoIsNotPermitted() {
        var location = server.consents.approve(pending, server.approver(BOB), pending.scopes());

        assertThat(query(location, "error")).isEqualTo("access_denied");
    }

    @Test
    void a30SendsNoCodeForAPersonWhoWasDeactivatedWhileThePageWasOpen() {
        world.deactivate(ADA);

        var location = server.consents.approve(pending, server.approver(ADA), pending.scopes());

        assertThat(query(location, "error")).isEqualTo("access_denied");
    }

    @Test
    void a28SendsNoCodeOutsideTheRangesOfTheAppOrOfTheProfile() {
        world.clientRange("inspector", "198.51.100.0", "198.51.100.255");
        var outsideTheApp = server.consents.approve(pending, server.approver(ADA), pending.scopes());
        var notebook = server.pending("notebook", OAuthScope.MCP_READ);
        assertThat(query(server.consents.approve(notebook, server.approver(BOB), notebook.scopes()), "code")).isNotNull();

        world.loginRange("198.51.100.0", "198.51.100.255");
        var outsideTheProfile = server.consents.approve(notebook, server.approver(BOB), notebook.scopes());

        assertThat(query(outsideTheApp, "error")).isEqualTo("access_denied");
        assertThat(query(outsideTheProfile, "error")).isEqualTo("access_denied");
    }

    @Test
    void sendsNoCodeWithoutTheSecondFactorThatTheProfileDemands() {
        world.demandSecondFactor();

        var byPassword = server.consents.approve(pending, server.approver(ADA), pending.scopes());
        server.assurance = Assurance.HIGH;
        var bySecondFactor = server.consents.approve(pending, server.approver(ADA), pending.scopes());

        assertThat(query(byPassword, "error")).isEqualTo("access_denied");
        assertThat(query(bySecondFactor, "code")).isNotNull();
    }

    @Test
    void sendsNoCodeForAServerThatWasDeactivatedWhileThePageWasOpen() {
        world.servers.deactivate(READS);

        var location = server.consents.approve(pending, server.approver(ADA), pending.scopes());

        assertThat(query(location, "error")).isEqualTo("invalid_target");
    }

    @Test
    void a24CanBeAnsweredOnce() {
        var waiting = new PendingAuthorizations();
        var id = waiting.add(pending);

        var answers = Parallel.times(10, () -> waiting.take(id, world.clock.instant()));

        assertThat(answers).filteredOn(Optional::isPresent).hasSize(1);
    }

    @Test
    void a31WaitsTenMinutes() {
        var waiting = new PendingAuthorizations();
        var id = waiting.add(pending);

        assertThat(waiting.find(id, world.clock.instant().plus(Duration.ofMinutes(10)).minusSeconds(1))).isPresent();
        assertThat(waiting.find(id, world.clock.instant().plus(Duration.ofMinutes(10)))).isEmpty();
        assertThat(waiting.take(id, world.clock.instant().plus(Duration.ofMinutes(10)))).isEmpty();
    }

    @Test
    void forgetsTheOldestOfTooMany() {
        var waiting = new PendingAuthorizations();
        var first = waiting.add(pending);
        for (int i = 0; i < 20; i++) {
            waiting.add(pending);
        }

        assertThat(waiting.find(first, world.clock.instant())).isEmpty();
    }
}
