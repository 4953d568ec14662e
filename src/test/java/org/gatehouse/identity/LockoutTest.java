package org.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatehouse.identity.SignInWorld.ADA;
import static org.gatehouse.identity.SignInWorld.BOB;
import static org.gatehouse.identity.SignInWorld.ELSEWHERE;
import static org.gatehouse.identity.SignInWorld.OFFICE;
import static org.gatehouse.platform.database.schema.Tables.LOGIN_ATTEMPT;
import static org.gatehouse.platform.database.schema.Tables.LOGIN_HISTORY;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gatehouse.oauth.grant.Parallel;
import org.gatehouse.testing.TestDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockoutTest {
    private static final Duration LOCK = Duration.ofMinutes(15);
    private static final SignInAnswer REFUSED = new SignInAnswer.Refused();

    private final SignInWorld world;

    LockoutTest(@TempDir Path home) {
        world = new SignInWorld(TestDatabases.empty(), home);
    }

    @Test
    void a29FiveFailuresLockTheAccountFromEverywhere() {
        world.fail(4, "ada");
        assertThat(world.lockout.locked(ADA)).isFalse();

        world.fail(1, "ada");

        assertThat(world.lockout.locked(ADA)).isTrue();
        assertThat(world.signsIn("ada", "right", OFFICE)).isFalse();
        assertThat(world.signsIn("ada", "right", ELSEWHERE)).isFalse();
        assertThat(world.signsIn("bob", "right", OFFICE)).isTrue();
        assertThat(world.reasons(ADA)).startsWith(LoginReason.LOCKED_ACCOUNT, LoginReason.LOCKED_ACCOUNT, LoginReason.WRONG_PASSWORD);
    }

    @Test
    void a29TheLockEndsAfterAQuarterOfAnHourWhateverIsTriedMeanwhile() {
        world.fail(5, "ada");
        world.clock.advance(LOCK.minusSeconds(1));

        assertThat(world.signsIn("ada", "right", OFFICE)).isFalse();
        world.clock.advance(Duration.ofSeconds(1));
        assertThat(world.lockout.locked(ADA)).isFalse();
        assertThat(world.signsIn("ada", "right", OFFICE)).isTrue();
    }

    @Test
    void countsAnewAfterALock() {
        world.fail(5, "ada");
        world.clock.advance(LOCK);

        world.fail(4, "ada");
        assertThat(world.lockout.locked(ADA)).isFalse();
        world.fail(1, "ada");
        assertThat(world.lockout.locked(ADA)).isTrue();
    }

    @Test
    void forgetsFailuresAfterSuccessAndAfterAWhile() {
        world.fail(4, "ada");
        assertThat(world.signsIn("ada", "right", OFFICE)).isTrue();
        world.fail(4, "ada");
        world.clock.advance(LOCK);
        world.fail(4, "ada");

        assertThat(world.lockout.locked(ADA)).isFalse();
    }

    @Test
    void a29UnknownNamesAreLockedLikeKnownOnes() {
        world.fail(6, "nobody");

        List<String> reasons = world.database.sql().select(LOGIN_HISTORY.REASON).from(LOGIN_HISTORY).orderBy(LOGIN_HISTORY.ID).fetch(LOGIN_HISTORY.REASON);
        assertThat(reasons).hasSize(6).startsWith("UNKNOWN_USER").endsWith("UNKNOWN_USER", "LOCKED_ACCOUNT");
        assertThat(world.attempt("nobody", "right")).isEqualTo(REFUSED);
    }

    @Test
    void keepsNoUnknownNameInTheCounts() {
        world.fail(1, "my password, typed in the wrong field");

        assertThat(world.database.sql().selectFrom(LOGIN_ATTEMPT).fetch().formatCSV()).doesNotContain("my password");
    }

    @Test
    void a29GuessesAtOnceAreNotMoreThanGuessesOneAfterTheOther() {
        var answers = Parallel.times(20, () -> world.attempt("ada", "wrong"));

        assertThat(answers).containsOnly(REFUSED);
        assertThat(world.asked).hasSize(5);
        assertThat(world.lockout.locked(ADA)).isTrue();
        assertThat(world.reasons(ADA)).hasSize(20);
    }

    @Test
    void a29ManyFailuresLockTheAddressForEverybody() {
        for (int i = 0; i < SignInWorld.ADDRESS_FAILURES; i++) {
            assertThat(world.signsIn("bob", "right", OFFICE)).isTrue();
            world.attempt("guess " + i, "wrong");
        }

        assertThat(world.signsIn("bob", "right", OFFICE)).isFalse();
        assertThat(world.signsIn("bob", "right", ELSEWHERE)).isTrue();
        assertThat(world.reasons(BOB).get(1)).isEqualTo(LoginReason.LOCKED_ADDRESS);
        world.clock.advance(LOCK);
        assertThat(world.signsIn("bob", "right", OFFICE)).isTrue();
    }

    @Test
    void successDoesNotForgetTheFailuresOfAnAddress() {
        for (int i = 0; i < SignInWorld.ADDRESS_FAILURES - 1; i++) {
            world.attempt("guess " + i, "wrong");
        }
        assertThat(world.signsIn("bob", "right", OFFICE)).isTrue();

        world.attempt("the last guess", "wrong");

        assertThat(world.signsIn("bob", "right", OFFICE)).isFalse();
    }

    @Test
    void aLockedAccountDoesNotLockTheAddressOfItsOwner() {
        world.fail(5, "ada");
        world.fail(SignInWorld.ADDRESS_FAILURES, "ada");

        assertThat(world.signsIn("bob", "right", OFFICE)).isTrue();
    }

    @Test
    void countsAnIpv6SubscriberAsOneAddress() {
        assertThat(AddressBlock.of("2001:db8:1:2:3:4:5:6")).isEqualTo(AddressBlock.of("2001:db8:1:2::1")).isNotEqualTo(AddressBlock.of("2001:db8:1:3::1"));
        assertThat(AddressBlock.of("::ffff:192.0.2.7")).isEqualTo(AddressBlock.of("192.0.2.7"));
        assertThat(AddressBlock.of("x".repeat(500))).hasSize(80);
    }

    @Test
    void a29WrongCodesLockAndKnowingThePasswordGivesNoNewGuesses() {
        var authenticator = world.secondFactors.enrol(ADA);
        world.clock.advance(Duration.ofMinutes(1));
        for (int i = 0; i < 5; i++) {
            assertThat(world.attempt("ada", "right")).isInstanceOf(SignInAnswer.CodeNeeded.class);
            assertThat(world.codes.attempt(ADA, authenticator.code(5), OFFICE)).isEmpty();
        }

        assertThat(world.lockout.locked(ADA)).isTrue();
        assertThat(world.attempt("ada", "right")).isEqualTo(REFUSED);
        assertThat(world.codes.attempt(ADA, authenticator.code(), OFFICE)).isEmpty();
    }

    @Test
    void wrongPasswordsOnTheSecurityPageLockToo() {
        User ada = world.users.find(ADA).orElseThrow();
        for (int i = 0; i < 5; i++) {
            world.signIn.confirm(ada, "wrong", OFFICE);
        }

        assertThat(world.signIn.confirm(ada, "right", OFFICE)).isFalse();
    }

    @Test
    void aPolicyThatRefusesCountsAsNoFailure() {
        world.refuseEverybody(LoginReason.OUTSIDE_LOGIN_HOURS);
        for (int i = 0; i < 20; i++) {
            world.attempt("ada", "right");
        }

        assertThat(world.lockout.locked(ADA)).isFalse();
    }

    @Test
    void aRealmThatFailsLocksNobody() {
        var gate = new LoginGate(world.lockout, world.history, world.clock);
        var attempt = LoginAttempt.of(world.users.find(ADA).orElseThrow(), LoginWay.PASSWORD, OFFICE);
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> gate.run(attempt, () -> { throw new IllegalStateException("no realm"); }, () -> {}))
                    .isInstanceOf(IllegalStateException.class);
        }

        assertThat(world.signsIn("ada", "right", OFFICE)).isTrue();
    }

    @Test
    void anAdministratorUnlocks() {
        world.fail(5, "ada");

        world.lockout.unlock(ADA);

        assertThat(world.lockout.locked(ADA)).isFalse();
        assertThat(world.signsIn("ada", "right", OFFICE)).isTrue();
    }

    @Test
    void forgetsCountsThatAreOverAndNoOthers() {
        world.fail(5, "ada");
        world.clock.advance(Duration.ofMinutes(10));
        world.fail(1, "bob");
        world.counts.forget(world.clock.instant());
        assertThat(world.lockout.locked(ADA)).isTrue();

        world.clock.advance(Duration.ofMinutes(5));
        world.counts.forget(world.clock.instant());

        assertThat(world.database.sql().select(LOGIN_ATTEMPT.SUBJECT).from(LOGIN_ATTEMPT).where(LOGIN_ATTEMPT.KIND.eq("account")).fetch(LOGIN_ATTEMPT.SUBJECT))
                .containsExactly(BOB);
    }
}
