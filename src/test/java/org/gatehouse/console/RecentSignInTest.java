package org.gatehouse.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.gatehouse.identity.SignedInUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentSignInTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final RecentSignIn recent = new RecentSignIn(Duration.ofMinutes(15), InstantSource.fixed(NOW));

    @ParameterizedTest
    @ValueSource(strings = {
        "client.secret", "client.create", "client.update", "client.unblock", "network.change", "permission-set.change", "user.password-link",
        "server.activate", "event-log-file.export", "setup.export", "setup.apply", "signing-key.rotate", "signing-key.remove", "provider.save",
        "ceiling.save", "something.new"})
    void g10SecretsPoliciesAndExportsNeedAFreshSignIn(String operation) {
        assertThat(recent.suffices(signedIn(Duration.ofMinutes(15).minusMillis(1)), operation)).isTrue();
        assertThat(recent.suffices(signedIn(Duration.ofMinutes(15)), operation)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"client.block", "server.deactivate", "connections.end-all", "user.sign-out", "session.end", "event.search", "setup.plan"})
    void endingAccessAndLookingDoNotWaitForAPassword(String operation) {
        assertThat(recent.suffices(signedIn(Duration.ofHours(11)), operation)).isTrue();
    }

    @Test
    void noTimeAtAllMeansThatEveryActIsRefused() {
        assertThat(new RecentSignIn(Duration.ZERO, InstantSource.fixed(NOW)).suffices(signedIn(Duration.ZERO), "client.secret")).isFalse();
    }

    private static SignedInUser signedIn(Duration ago) {
        return new SignedInUser("005", NOW.minus(ago));
    }
}
