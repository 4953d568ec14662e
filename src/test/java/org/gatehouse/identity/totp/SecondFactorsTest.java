package org.gatehouse.identity.totp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.RECOVERY_CODE;
import static org.gatehouse.platform.database.schema.Tables.SECOND_FACTOR;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.gatehouse.identity.totp.TestSecondFactors.Authenticator;
import org.gatehouse.oauth.OAuthWorld;
import org.gatehouse.oauth.grant.Parallel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondFactorsTest {
    private static final String ADA = OAuthWorld.ADA;
    private static final String BOB = OAuthWorld.BOB;

    private final OAuthWorld world;
    private final TestSecondFactors factors;

    SecondFactorsTest(@TempDir Path home) {
        world = new OAuthWorld(home);
        factors = new TestSecondFactors(world.database, world.deployment, world.clock);
    }

    @Test
    void acceptsTheCodeOfNowAndOfOneStepBeforeAndAfter() {
        Authenticator ada = factors.enrol(ADA);
        world.clock.advance(Duration.ofMinutes(5));

        assertThat(accepts(ADA, ada.code(-2))).isFalse();
        assertThat(accepts(ADA, ada.code(2))).isFalse();
        assertThat(accepts(ADA, ada.code(-1))).isTrue();
        assertThat(accepts(ADA, ada.code())).isTrue();
        assertThat(accepts(ADA, ada.code(1))).isTrue();
    }

    @Test
    void acceptsACodeOnceAndNoneFromBeforeIt() {
        Authenticator ada = factors.enrol(ADA);
        world.clock.advance(Duration.ofMinutes(5));

        assertThat(accepts(ADA, ada.code())).isTrue();
        assertThat(accepts(ADA, ada.code())).isFalse();
        assertThat(accepts(ADA, ada.code(-1))).isFalse();
    }

    @Test
    void doesNotAcceptTheCodeThatConfirmedTheEnrolment() {
        Authenticator ada = factors.enrol(ADA);

        assertThat(accepts(ADA, ada.code())).isFalse();
    }

    @Test
    void acceptsOneOfFiftyAttemptsWithOneCode() {
        Authenticator ada = factors.enrol(ADA);
        world.clock.advance(Duration.ofMinutes(5));
        String code = ada.code();

        assertThat(Parallel.times(50, () -> accepts(ADA, code))).containsOnlyOnce(true);
    }

    @Test
    void refusesCodesOfOthersAndOfNobody() {
        Authenticator ada = factors.enrol(ADA);
        factors.enrol(BOB);
        world.clock.advance(Duration.ofMinutes(5));

        assertThat(accepts(BOB, ada.code())).isFalse();
        assertThat(accepts("005000000000000009", ada.code())).isFalse();
        assertThat(accepts(ADA, "")).isFalse();
        assertThat(accepts(ADA, "١٢٣٤٥٦")).isFalse();
    }

    @Test
    void keepsNoKeyThatACopyOfTheDatabaseOpens() {
        Authenticator ada = factors.enrol(ADA);

        String stored = world.database.sql().selectFrom(SECOND_FACTOR).fetch().formatCSV()
                + world.database.sql().selectFrom(RECOVERY_CODE).fetch().formatCSV();

        assertThat(stored).doesNotContain(ada.secret().stored(), ada.secret().typed().replace(" ", ""));
        assertThat(ada.recoveryCodes()).hasSize(10).doesNotHaveDuplicates().allSatisfy(code -> {
            assertThat(code).matches("[A-Z2-7]{4}(-[A-Z2-7]{4}){3}");
            assertThat(stored).doesNotContain(code, code.replace("-", ""));
        });
    }

    @Test
    void refusesAKeyThatWasCopiedFromAnotherPerson() {
        factors.enrol(ADA);
        Authenticator eve = factors.enrol(BOB);
        world.clock.advance(Duration.ofMinutes(5));
        String copied = world.database.sql().fetchValue(SECOND_FACTOR.SECRET_JWE, SECOND_FACTOR.USER_ID.eq(BOB));
        world.database.sql().update(SECOND_FACTOR).set(SECOND_FACTOR.SECRET_JWE, copied).where(SECOND_FACTOR.USER_ID.eq(ADA)).execute();

        assertThatThrownBy(() -> accepts(ADA, eve.code())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void acceptsARecoveryCodeOnceHoweverItIsTyped() {
        String code = factors.enrol(ADA).recoveryCodes().getFirst();
        factors.enrol(BOB);
        String typed = " " + code.toLowerCase(Locale.ROOT).replace("-", " ");

        assertThat(factors.recoveryCodes.accept(BOB, code)).isFalse();
        assertThat(Parallel.times(20, () -> factors.recoveryCodes.accept(ADA, typed))).containsOnlyOnce(true);
        assertThat(factors.recoveryCodes.left(ADA)).isEqualTo(9);
        assertThat(factors.recoveryCodes.left(BOB)).isEqualTo(10);
    }

    @Test
    void enrolsOnlyWithACodeOfTheKeyInTimeAndForThePersonWhoBegan() {
        PendingEnrolment pending = factors.enrolments.begin(ADA);
        TotpSecret secret = factors.enrolments.secret(pending, ADA).orElseThrow();
        Authenticator ada = new Authenticator(secret, world.clock);

        assertThat(confirm(pending, ADA, ada.code(3))).isFalse();
        assertThat(confirm(pending, BOB, ada.code())).isFalse();
        world.clock.advance(PendingEnrolment.LIFETIME);
        assertThat(confirm(pending, ADA, ada.code())).isFalse();
        assertThat(factors.secondFactors.enrolled(ADA)).isFalse();
        assertThat(world.database.sql().fetchCount(RECOVERY_CODE)).isZero();
    }

    @Test
    void doesNotReplaceASecondFactorByEnrollingAgain() {
        PendingEnrolment pending = factors.enrolments.begin(ADA);
        Authenticator late = new Authenticator(factors.enrolments.secret(pending, ADA).orElseThrow(), world.clock);
        Authenticator first = factors.enrol(ADA);
        world.clock.advance(Duration.ofMinutes(5));

        assertThat(confirm(pending, ADA, late.code())).isFalse();
        assertThat(accepts(ADA, first.code())).isTrue();
        assertThat(factors.recoveryCodes.accept(ADA, first.recoveryCodes().getFirst())).isTrue();
    }

    @Test
    void noteThatCredentialsChangedWhenEnrolledAndWhenRemoved() {
        factors.enrol(ADA);
        var enrolled = world.database.sql().fetchValue(APP_USER.CREDENTIALS_CHANGED_AT, APP_USER.ID.eq(ADA));
        world.clock.advance(Duration.ofMinutes(5));

        factors.enrolments.remove(ADA, world.clock.instant());

        assertThat(enrolled).isEqualTo(world.clock.instant().minus(Duration.ofMinutes(5)));
        assertThat(world.database.sql().fetchValue(APP_USER.CREDENTIALS_CHANGED_AT, APP_USER.ID.eq(ADA))).isEqualTo(world.clock.instant());
        assertThat(factors.secondFactors.enrolled(ADA)).isFalse();
        assertThat(factors.recoveryCodes.left(ADA)).isZero();
    }

    private boolean accepts(String userId, String code) {
        return factors.secondFactors.accept(userId, code);
    }

    private boolean confirm(PendingEnrolment pending, String userId, String code) {
        return !factors.enrolments.confirm(pending, userId, code, world.clock.instant()).isEmpty();
    }
}
