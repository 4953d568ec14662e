package org.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.identity.SignInWorld.ADA;
import static org.gatehouse.identity.SignInWorld.BOB;
import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.AUDIT_EVENT;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.gatehouse.audit.Actor;
import org.gatehouse.testing.TestDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {
    private static final Actor NOBODY = new Actor(null, null, null, null, null);

    private final SignInWorld world;
    private final SignedInUser ada;

    SessionsTest(@TempDir Path home) {
        world = new SignInWorld(TestDatabases.empty(), home);
        ada = world.enter(ADA);
    }

    @Test
    void g11ASessionEndsAfterTwelveHoursHoweverBusy() {
        world.clock.advance(Duration.ofHours(12).minusSeconds(1));
        assertThat(world.sessions.person(ada)).isPresent();

        world.clock.advance(Duration.ofSeconds(1));

        assertThat(world.sessions.person(ada)).isEmpty();
    }

    @Test
    void g11RaisingTheAssuranceDoesNotProlongASession() {
        world.clock.advance(Duration.ofHours(12));

        assertThat(ada.raised().assurance()).isEqualTo(Assurance.HIGH);
        assertThat(world.sessions.person(ada.raised())).isEmpty();
    }

    @Test
    void r07ASessionEndsWhenThePersonIsDisabled() {
        world.deactivate(ADA);

        assertThat(world.sessions.person(ada)).isEmpty();
    }

    @Test
    void r07ASessionEndsWhenPasswordOrSecondFactorChange() {
        credentialsChanged(world.clock.instant());
        assertThat(world.sessions.person(ada)).as("of that moment").isPresent();

        credentialsChanged(world.clock.instant().plusMillis(1));

        assertThat(world.sessions.person(ada)).isEmpty();
        world.clock.advance(Duration.ofMillis(1));
        assertThat(world.sessions.person(world.enter(ADA))).isPresent();
    }

    @Test
    void g11ASessionIsListedAndEndedAndNoOtherWithIt() {
        world.clock.advance(Duration.ofMinutes(1));
        SignedInUser later = world.enter(ADA);
        SignedInUser bob = world.enter(BOB);

        assertThat(world.sessions.of(ADA)).extracting(SignInSession::id).containsExactly(later.id(), ada.id());
        assertThat(world.open.end(ADA, bob.id(), "session.end", NOBODY)).as("of somebody else").isFalse();
        assertThat(world.open.end(ADA, later.id(), "session.end", NOBODY)).isTrue();

        assertThat(world.sessions.person(later)).isEmpty();
        assertThat(world.sessions.person(later.raised())).isEmpty();
        assertThat(world.sessions.person(ada)).isPresent();
        assertThat(world.sessions.person(bob)).isPresent();
        assertThat(world.sessions.of(ADA)).extracting(SignInSession::id).containsExactly(ada.id());
        assertThat(world.open.end(ADA, later.id(), "session.end", NOBODY)).as("once").isFalse();
        assertThat(world.database.sql().fetchCount(AUDIT_EVENT, AUDIT_EVENT.EVENT_TYPE.eq("Logout"))).isEqualTo(1);
    }

    @Test
    void g11ASessionThatNeverBeganIsNobodys() {
        assertThat(world.sessions.person(new SignedInUser(ADA, world.clock.instant()))).isEmpty();
        assertThat(world.sessions.person(new SignedInUser(ada.id(), BOB, ada.since(), Assurance.HIGH))).isEmpty();
    }

    @Test
    void aSessionThatHasRunOutIsNotListed() {
        world.clock.advance(Duration.ofHours(12));
        assertThat(world.sessions.of(ADA)).isEmpty();
    }

    @Test
    void theSecondFactorMayBeGivenForFiveMinutes() {
        var pending = new PendingSecondFactor(ADA, world.clock.instant());
        world.clock.advance(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(world.sessions.person(pending)).isPresent();

        world.clock.advance(Duration.ofSeconds(1));

        assertThat(world.sessions.person(pending)).isEmpty();
    }

    @Test
    void aPasswordChangedMeanwhileVoidsTheFirstStepToo() {
        credentialsChanged(world.clock.instant().plusSeconds(1));

        assertThat(world.sessions.person(new PendingSecondFactor(ADA, world.clock.instant()))).isEmpty();
    }

    @Test
    void highCoversStandardAndNotTheOtherWayRound() {
        assertThat(Assurance.HIGH.satisfies(Assurance.STANDARD)).isTrue();
        assertThat(Assurance.STANDARD.satisfies(Assurance.STANDARD)).isTrue();
        assertThat(Assurance.STANDARD.satisfies(Assurance.HIGH)).isFalse();
    }

    private void credentialsChanged(Instant at) {
        world.database.sql().update(APP_USER).set(APP_USER.CREDENTIALS_CHANGED_AT, at).where(APP_USER.ID.eq(ADA)).execute();
    }
}
