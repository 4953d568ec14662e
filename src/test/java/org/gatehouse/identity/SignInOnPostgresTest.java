package org.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.identity.SignInWorld.ADA;
import static org.gatehouse.identity.SignInWorld.OFFICE;

import java.nio.file.Path;
import java.time.Duration;
import org.gatehouse.oauth.grant.Parallel;
import org.gatehouse.testing.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The statements of sign-in on the other database. */
class SignInOnPostgresTest {
    private final SignInWorld world;

    SignInOnPostgresTest(@TempDir Path home) {
        world = new SignInWorld(TestPostgres.database(), home);
    }

    @Test
    void countsLocksAndForgets() {
        Parallel.times(10, () -> world.attempt("ada", "wrong"));
        assertThat(world.asked).hasSize(5);
        assertThat(world.lockout.locked(ADA)).isTrue();

        world.clock.advance(Duration.ofMinutes(15));

        assertThat(world.lockout.locked(ADA)).isFalse();
        assertThat(world.signsIn("ada", "right", OFFICE)).isTrue();
        assertThat(world.reasons(ADA)).hasSize(11).startsWith(LoginReason.SUCCESS);
        world.counts.forget(world.clock.instant());
    }

    @Test
    void acceptsEachCodeOnce() {
        var authenticator = world.secondFactors.enrol(ADA);
        world.clock.advance(Duration.ofMinutes(1));
        String code = authenticator.code();

        assertThat(Parallel.times(4, () -> world.secondFactors.secondFactors.accept(ADA, code))).containsOnlyOnce(true);
        assertThat(world.secondFactors.recoveryCodes.accept(ADA, authenticator.recoveryCodes().getFirst())).isTrue();
        assertThat(world.attempt("ada", "right")).isInstanceOf(SignInAnswer.CodeNeeded.class);
    }
}
