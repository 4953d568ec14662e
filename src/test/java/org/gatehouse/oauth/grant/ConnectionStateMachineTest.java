package org.gatehouse.oauth.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.oauth.OAuthWorld.ADA;
import static org.gatehouse.oauth.grant.OAuthServer.accessToken;
import static org.gatehouse.oauth.grant.OAuthServer.error;
import static org.gatehouse.oauth.grant.OAuthServer.form;
import static org.gatehouse.oauth.grant.OAuthServer.issued;
import static org.gatehouse.oauth.grant.OAuthServer.refreshToken;
import static org.gatehouse.oauth.grant.OAuthServer.with;
import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.CLIENT;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gatehouse.oauth.OAuthWorld;
import org.gatehouse.oauth.bearer.TestRequests;
import org.gatehouse.oauth.grant.ConnectionModel.Access;
import org.gatehouse.oauth.grant.ConnectionModel.Code;
import org.gatehouse.oauth.grant.ConnectionModel.Link;
import org.gatehouse.oauth.grant.ConnectionModel.Party;
import org.gatehouse.oauth.grant.ConnectionModel.Refresh;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.platform.crypto.OpaqueToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random sequences of everything that can happen to connections, against {@link ConnectionModel}. A failure names its seed; run it again with
 * {@code -Dgatehouse.test.seed=}.
 */
class ConnectionStateMachineTest {
    private static final int SEQUENCES = 2_000;
    private static final int STEPS = 18;

    private final OAuthWorld world;
    private final OAuthServer server;
    private final BulkRevocations bulk;
    private final TestRequests requests;
    private final List<String> history = new ArrayList<>();
    private ConnectionModel model = new ConnectionModel();
    private Random random = new Random(0);

    ConnectionStateMachineTest(@TempDir Path home) {
        world = new OAuthWorld(home);
        server = new OAuthServer(world);
        requests = new TestRequests(world);
        bulk = new BulkRevocations(world.database, world.versions, world.clock);
    }

    @Test
    void behavesLikeTheModel() {
        // The sequences set the clock back, too, and the parser of tokens reads the real one.
        world.clock.advance(Duration.ofDays(1));
        long first = Long.getLong("gatehouse.test.seed", 20_261_123L);
        System.out.println("Seeds from " + first);
        for (long seed = first; seed < first + SEQUENCES; seed++) {
            history.clear();
            history.add("seed " + seed);
            random = new Random(seed);
            reset();
            for (int step = 0; step < STEPS; step++) {
                step();
            }
        }
    }

    private void reset() {
        model = new ConnectionModel();
        person(true);
        permitted(true);
        enabled(true);
        lifetime(30);
        grace(0);
    }

    private void step() {
        switch (random.nextInt(17)) {
            case 0, 1, 2 -> authorize();
            case 3, 4 -> redeem();
            case 5, 6, 7 -> refresh();
            case 8 -> revoke();
            case 9 -> endMany();
            case 10 -> person(random.nextInt(3) > 0);
            case 11 -> permitted(random.nextInt(3) > 0);
            case 12 -> policy();
            case 13, 14, 15 -> use();
            default -> pass();
        }
    }

    private void authorize() {
        Party party = random.nextInt(3) > 0 ? Party.ADA : Party.BOB;
        var pending = server.pending(party.clientId, party.scope, OAuthScope.REFRESH_TOKEN);
        var location = world.transactions.run(() -> server.consents.approve(pending, server.approver(party.userId), pending.scopes()));
        String code = OAuthServer.query(location, "code");
        note("authorize " + party, code == null ? "denied" : "code", model.admits(party) ? "code" : "denied");
        if (code != null) {
            model.codes.add(new Code(new OpaqueToken(code), new Link(party, now())));
        }
    }

    private void redeem() {
        if (model.codes.isEmpty()) {
            return;
        }
        Code code = model.codes.get(random.nextInt(model.codes.size()));
        var answer = server.token(with(server.redemption(code.value), "client_id", code.link.party.clientId));
        note("redeem", error(answer), model.redeem(code, now()));
        if (error(answer).isEmpty()) {
            model.refreshTokens.add(new Refresh(new OpaqueToken(refreshToken(issued(answer))), code.link));
            keep(answer, code.link);
        }
    }

    private void refresh() {
        if (model.refreshTokens.isEmpty()) {
            return;
        }
        Refresh token = model.refreshTokens.get(random.nextInt(model.refreshTokens.size()));
        var answer = server.token(
                form("grant_type", "refresh_token", "client_id", token.link.party.clientId, "refresh_token", token.value.value()));
        note("refresh", error(answer), model.refresh(token, now()));
        if (error(answer).isEmpty()) {
            boolean expected = model.succeeded(token, new OpaqueToken(refreshToken(issued(answer))), now());
            assertThat(expected).as("the one successor, after " + history).isTrue();
            keep(answer, token.link);
        }
    }

    private void keep(TokenAnswer answer, Link link) {
        Instant end = now().plusSeconds(issued(answer).getTokens().getAccessToken().getLifetime());
        model.accessTokens.add(new Access(accessToken(issued(answer)), link, end));
    }

    /** What has ended opens nothing from the next request on, however long its token lives; what has not ended opens. */
    private void use() {
        // The parser of tokens reads the real clock, so a token that is over by this one is left alone.
        model.accessTokens.removeIf(token -> !now().isBefore(token.expiresAt()));
        if (model.accessTokens.isEmpty()) {
            return;
        }
        Access token = model.accessTokens.get(random.nextInt(model.accessTokens.size()));
        note("use", requests.admitted(token.value()) ? "served" : "refused", model.counts(token) ? "served" : "refused");
    }

    private void revoke() {
        if (model.refreshTokens.isEmpty()) {
            return;
        }
        Refresh token = model.refreshTokens.get(random.nextInt(model.refreshTokens.size()));
        var error = world.transactions.run(
                () -> server.tokens.revoke(List.of(), form("client_id", token.link.party.clientId, "token", token.value.value())));
        boolean known = model.clientEnabled || token.link.party == Party.BOB;
        note("revoke", error.map(e -> e.getCode()).orElse(""), known ? "" : ConnectionModel.INVALID_CLIENT);
        if (known) {
            token.link.ended = true;
        }
    }

    private void endMany() {
        Party party = random.nextBoolean() ? Party.ADA : Party.BOB;
        var targets = List.of(
                new RevocationTarget.Everything(), new RevocationTarget.OfClient(party.clientId), new RevocationTarget.OfPerson(party.userId));
        RevocationTarget target = targets.get(random.nextInt(targets.size()));
        world.transactions.run(() -> bulk.start(target, "admin"));
        if (random.nextBoolean()) {
            world.transactions.run(bulk::step);
        }
        history.add("end " + target);
        model.endAll(target instanceof RevocationTarget.Everything ? null : party);
    }

    private void policy() {
        switch (random.nextInt(3)) {
            case 0 -> lifetime(1 + random.nextInt(3));
            case 1 -> grace(random.nextInt(3) * 30);
            default -> enabled(random.nextInt(3) > 0);
        }
    }

    private void pass() {
        // Clocks are set back, too.
        Duration time = Duration.ofSeconds(List.of(1, 29, 30, 59, 60, 600, 3_600, 86_400, -1, -45).get(random.nextInt(10)));
        history.add("pass " + time);
        world.clock.advance(time);
    }

    private void person(boolean active) {
        model.personActive = active;
        change("person active " + active, () -> world.database.sql().update(APP_USER).set(APP_USER.ACTIVE, active)
                .where(APP_USER.ID.eq(ADA)).execute());
    }

    private void permitted(boolean permitted) {
        model.personPermitted = permitted;
        change("person permitted " + permitted, () -> {
            world.withdrawPermissionSets(ADA);
            if (permitted) {
                world.lend(ADA, null);
            }
        });
    }

    private void enabled(boolean enabled) {
        model.clientEnabled = enabled;
        change("client enabled " + enabled, () -> world.set("inspector", CLIENT.ENABLED, enabled));
    }

    private void lifetime(int days) {
        model.lifetime = Duration.ofDays(days);
        change("lifetime " + days, () -> world.set("inspector", CLIENT.REFRESH_TOKEN_AMOUNT, days));
    }

    private void grace(int seconds) {
        model.grace = Duration.ofSeconds(seconds);
        change("grace " + seconds, () -> world.set("inspector", CLIENT.REFRESH_GRACE_SECONDS, seconds));
    }

    private void change(String what, Runnable change) {
        history.add(what);
        change.run();
        world.changed();
    }

    private void note(String what, String answer, String expected) {
        history.add(what + " → " + (answer.isEmpty() ? "ok" : answer));
        assertThat(answer).as("" + history).isEqualTo(expected);
    }

    private Instant now() {
        return world.clock.instant();
    }
}
