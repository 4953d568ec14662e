package org.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.identity.SignInWorld.ADA;
import static org.gatehouse.platform.database.schema.Tables.LOGIN_HISTORY;

import java.nio.file.Path;
import java.time.Duration;
import org.gatehouse.testing.TestDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginHistoryTest {
    private final SignInWorld world;

    LoginHistoryTest(@TempDir Path home) {
        world = new SignInWorld(TestDatabases.empty(), home);
    }

    @Test
    void hasOneLineForEachAttempt() {
        world.attempt("ada", "right");
        world.attempt("ada", "wrong");
        world.attempt("nobody", "wrong");

        assertThat(world.database.sql().fetchCount(LOGIN_HISTORY)).isEqualTo(3);
        LoginRecord newest = world.history.of(ADA, null, 10).getFirst();
        assertThat(newest.occurredAt()).isEqualTo(world.clock.instant());
        assertThat(newest.username()).isEqualTo("ada");
        assertThat(newest.clientAddress()).isEqualTo("192.0.2.7");
        assertThat(newest.userAgent()).isEqualTo("Browser 1.0");
        assertThat(newest.outcome()).isEqualTo(LoginReason.Outcome.REFUSED);
    }

    @Test
    void isReadInPagesNewestFirst() {
        for (int i = 0; i < 5; i++) {
            world.attempt("ada", "right");
            world.attempt("bob", "right");
        }

        var first = world.history.of(ADA, null, 3);
        var second = world.history.of(ADA, first.getLast().id(), 3);

        assertThat(first).hasSize(3).isSortedAccordingTo((one, other) -> Long.compare(other.id(), one.id()));
        assertThat(second).hasSize(2).allSatisfy(line -> assertThat(line.id()).isLessThan(first.getLast().id()));
    }

    @Test
    void keepsALineWhateverNameAndBrowserAreLike() {
        String wild = "x\r\nGATE\u202e" + "y".repeat(10_000);

        world.signIn.attempt(wild, wild, new LoginOrigin(wild, wild));
        world.signIn.attempt("", "", new LoginOrigin("", null));

        var rows = world.database.sql().selectFrom(LOGIN_HISTORY).orderBy(LOGIN_HISTORY.ID).fetch();
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().get(LOGIN_HISTORY.USERNAME)).hasSize(80).doesNotContain("\r", "\n", "\u202e");
        assertThat(rows.getFirst().get(LOGIN_HISTORY.USER_AGENT)).hasSize(200).doesNotContain("\r", "\n", "\u202e");
        assertThat(rows.getFirst().get(LOGIN_HISTORY.CLIENT_ADDRESS)).hasSize(64);
    }

    @Test
    void neverHoldsAPasswordOrACode() {
        world.attempt("ada", "a wrong password");
        world.codes.attempt(ADA, "987654", SignInWorld.OFFICE);

        assertThat(world.database.sql().selectFrom(LOGIN_HISTORY).fetch().formatCSV()).doesNotContain("a wrong password", "987654");
    }

    @Test
    void forgetsWhatIsTooOld() {
        world.attempt("ada", "right");
        world.clock.advance(Duration.ofDays(1));
        world.attempt("ada", "right");

        world.history.forget(world.clock.instant());

        assertThat(world.history.of(ADA, null, 10)).hasSize(1);
    }
}
