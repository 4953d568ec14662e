package org.gatehouse.console;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.gatehouse.identity.SignInConfiguration;
import org.gatehouse.identity.SignedInUser;

/**
 * Whether a session is fresh enough for an act in the console. A browser that somebody left open may be read, and may end access; whoever
 * changes the setup, makes a secret or takes the event log along has given the password a short while ago.
 */
@Singleton
class RecentSignIn {
    /** Looking, and ending somebody's access, which must not wait for a password. Every other act needs a fresh sign-in. */
    private static final Set<String> ALWAYS = Set.of(
            "setup.plan", "setup.drift", "event-log-file.read", "event.search", "event.verify", "connection.diagnose", "access.explain", "client.block", "server.deactivate", "user.sign-out", "session.end", "connection.end",
            "connections.end-of-client", "connections.end-of-person", "connections.end-all");

    private final Duration longest;
    private final InstantSource clock;

    @Inject
    RecentSignIn(SignInConfiguration configuration, InstantSource clock) {
        this(configuration.reauthentication(), clock);
    }

    RecentSignIn(Duration longest, InstantSource clock) {
        this.longest = longest;
        this.clock = clock;
    }

    /** Whether the session may do this, by the operation's name in the event log. */
    boolean suffices(SignedInUser signedIn, String operation) {
        return ALWAYS.contains(operation) || clock.instant().isBefore(signedIn.since().plus(longest));
    }

    /** For how long a sign-in is fresh. */
    Duration longest() {
        return longest;
    }
}
