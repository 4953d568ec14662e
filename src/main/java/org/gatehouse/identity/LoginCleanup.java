package org.gatehouse.identity;

import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;

/** Removes what sign-in no longer needs: counts that are over, history that is too old. Harmless when every node does it. */
@Singleton
public class LoginCleanup {
    @Inject
    FailureCounts counts;

    @Inject
    LoginHistory history;

    @EJB
    SignInSessions sessions;

    @Inject
    SignInConfiguration configuration;

    @Inject
    InstantSource clock;

    @Schedule(hour = "*", minute = "17", persistent = false)
    void clean() {
        Instant now = clock.instant();
        counts.forget(now);
        history.forget(now.minus(configuration.history()));
        sessions.forget(now.minus(configuration.sessionLifetime()));
    }
}
