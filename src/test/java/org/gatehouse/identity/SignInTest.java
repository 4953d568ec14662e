package org.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.gatehouse.identity.SignInWorld.ADA;
import static org.gatehouse.identity.SignInWorld.OFFICE;

import java.nio.file.Path;
import java.time.Duration;
import org.gatehouse.testing.TestDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInTest {
    private final SignInWorld world;

    private final Path home;

    SignInTest(@TempDir Path home) {
        this.home = home;
        world = new SignInWorld(TestDatabases.empty(), home);
    }

    @Test
    void knowsAPersonByNameAndPassword() {
        assertThat(world.attempt("ada", "right")).isInstanceOfSatisfying(SignInAnswer.SignedIn.class, in -> assertThat(in.user().id()).isEqualTo(ADA));
    }

    @Test
    void refusesAWrongPassword() {
        assertThat(world.attempt("ada", "wrong")).isEqualTo(new SignInAnswer.Refused());
    }

    @Test
    void refusesUnknownNamesWithoutAskingTheRealm() {
        assertThat(world.attempt("nobody", "right")).isEqualTo(new SignInAnswer.Refused());
        assertThat(world.attempt("ADA", "right")).isEqualTo(new SignInAnswer.Refused());
        assertThat(world.attempt("ada ", "right")).isEqualTo(new SignInAnswer.Refused());
        assertThat(world.attempt("ada' OR '1'='1", "right")).isEqualTo(new SignInAnswer.Refused());
        assertThat(world.asked).isEmpty();
    }

    @Test
    void refusesAnInactivePersonWithTheRightPassword() {
        world.deactivate(ADA);

        assertThat(world.attempt("ada", "right")).isEqualTo(new SignInAnswer.Refused());
        assertThat(world.reasons(ADA)).containsExactly(LoginReason.INACTIVE);
    }

    @Test
    void refusesEndlessInput() {
        assertThat(world.attempt("a".repeat(81), "right")).isEqualTo(new SignInAnswer.Refused());
        assertThat(world.attempt("ada", "r".repeat(257))).isEqualTo(new SignInAnswer.Refused());
        assertThat(world.asked).isEmpty();
    }

    @Test
    void spendsABcryptCheckOnUnknownAndLockedNames() {
        var world = new SignInWorld(TestDatabases.empty(), home, new DecoyPassword());
        world.fail(5, "nobody");
        world.fail(5, "ada");

        // bcrypt of this cost takes tens of milliseconds on any machine; look-ups alone take a few.
        assertThat(timeOf(() -> world.attempt("somebody", "right"))).isGreaterThan(Duration.ofMillis(20));
        assertThat(timeOf(() -> world.attempt("nobody", "right"))).isGreaterThan(Duration.ofMillis(20));
        assertThat(timeOf(() -> world.attempt("ada", "right"))).isGreaterThan(Duration.ofMillis(20));
    }

    @Test
    void asksThePolicyOnlyWhoKnowsThePassword() {
        world.refuseEverybody(LoginReason.OUTSIDE_LOGIN_HOURS);

        assertThat(world.attempt("ada", "wrong")).isEqualTo(new SignInAnswer.Refused());
        assertThat(world.attempt("ada", "right")).isEqualTo(new SignInAnswer.Refused());
        assertThat(world.reasons(ADA)).containsExactly(LoginReason.OUTSIDE_LOGIN_HOURS, LoginReason.WRONG_PASSWORD);
    }

    @Test
    void asksAnEnrolledPersonForACodeAndThenKnowsThem() {
        var authenticator = world.secondFactors.enrol(ADA);
        world.clock.advance(Duration.ofMinutes(1));

        assertThat(world.attempt("ada", "right")).isInstanceOf(SignInAnswer.CodeNeeded.class);
        assertThat(world.codes.attempt(ADA, authenticator.code(), OFFICE)).map(User::id).hasValue(ADA);
        assertThat(world.codes.attempt(ADA, authenticator.recoveryCodes().getFirst(), OFFICE)).isPresent();
        assertThat(world.history.of(ADA, null, 10))
                .extracting(LoginRecord::way, LoginRecord::reason)
                .containsExactly(
                        tuple(LoginWay.RECOVERY_CODE, LoginReason.SUCCESS),
                        tuple(LoginWay.TOTP, LoginReason.SUCCESS),
                        tuple(LoginWay.PASSWORD, LoginReason.SECOND_FACTOR_REQUIRED));
    }

    @Test
    void asksThePolicyBeforeACodeIsUsedUp() {
        var authenticator = world.secondFactors.enrol(ADA);
        String recoveryCode = authenticator.recoveryCodes().getFirst();
        world.refuseEverybody(LoginReason.OUTSIDE_LOGIN_RANGE);

        assertThat(world.codes.attempt(ADA, recoveryCode, OFFICE)).isEmpty();
        world.policies.clear();
        assertThat(world.codes.attempt(ADA, recoveryCode, OFFICE)).isPresent();
    }

    @Test
    void a30APersonWhoIsDisabledBetweenPasswordAndCodeIsRefused() {
        var authenticator = world.secondFactors.enrol(ADA);
        world.clock.advance(Duration.ofMinutes(1));
        world.deactivate(ADA);

        assertThat(world.codes.attempt(ADA, authenticator.code(), OFFICE)).isEmpty();
        assertThat(world.reasons(ADA)).containsExactly(LoginReason.INACTIVE);
    }

    @Test
    void signsInForWhomAnotherProviderVouchesUnderTheSameRules() {
        User ada = world.users.find(ADA).orElseThrow();

        assertThat(world.vouched.attempt(ada, OFFICE)).isEqualTo(new SignInAnswer.SignedIn(ada));
        world.secondFactors.enrol(ADA);
        assertThat(world.vouched.attempt(ada, OFFICE)).isEqualTo(new SignInAnswer.CodeNeeded(ada));
        world.fail(5, "ada");
        assertThat(world.vouched.attempt(ada, OFFICE)).isEqualTo(new SignInAnswer.Refused());
        world.lockout.unlock(ADA);
        world.refuseEverybody(LoginReason.OUTSIDE_LOGIN_RANGE);
        assertThat(world.vouched.attempt(ada, OFFICE)).isEqualTo(new SignInAnswer.Refused());
        world.vouched.refused(ada, "ada@elsewhere", OFFICE);
        assertThat(world.history.of(ADA, null, 3))
                .extracting(LoginRecord::way, LoginRecord::reason)
                .containsExactly(
                        tuple(LoginWay.EXTERNAL, LoginReason.EXTERNAL_REFUSED),
                        tuple(LoginWay.EXTERNAL, LoginReason.OUTSIDE_LOGIN_RANGE),
                        tuple(LoginWay.EXTERNAL, LoginReason.LOCKED_ACCOUNT));
    }

    @Test
    void refusesAnInactivePersonWhoeverVouches() {
        world.deactivate(ADA);

        assertThat(world.vouched.attempt(world.users.find(ADA).orElseThrow(), OFFICE)).isEqualTo(new SignInAnswer.Refused());
    }

    @Test
    void confirmsThePasswordOfASignedInPerson() {
        User ada = world.users.find(ADA).orElseThrow();

        assertThat(world.signIn.confirm(ada, "wrong", OFFICE)).isFalse();
        assertThat(world.signIn.confirm(ada, "right", OFFICE)).isTrue();
        assertThat(world.reasons(ADA)).containsExactly(LoginReason.REAUTHENTICATED, LoginReason.WRONG_PASSWORD);
    }

    @Test
    void writesNamesToTheLogOnOneLine() {
        assertThat(LogText.of("eve\r\nGATE00100: all is well\u2028\u001b[31m'é", 80)).isEqualTo("eve??GATE00100:?all?is?well??[31m??");
    }

    private static Duration timeOf(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
