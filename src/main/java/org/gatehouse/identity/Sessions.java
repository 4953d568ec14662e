package org.gatehouse.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Says whether a sign-in still counts. Asked anew for every request, of the database, so that a person who is deactivated, whose password
 * was changed or whose session was ended is out on every node at once.
 */
@Singleton
public class Sessions {
    private final Users users;
    private final SignInSessions sessions;
    private final Duration lifetime;
    private final InstantSource clock;

    @Inject
    Sessions(Users users, SignInSessions sessions, SignInConfiguration configuration, InstantSource clock) {
        this.users = users;
        this.sessions = sessions;
        this.lifetime = configuration.sessionLifetime();
        this.clock = clock;
    }

    /** The person of a session that nobody has ended, while active, not signed in for too long, and with the password and second factor of then. */
    public Optional<User> person(SignedInUser signedIn) {
        return person(signedIn.userId(), signedIn.since(), lifetime).filter(user -> sessions.isOpen(signedIn));
    }

    /** The sessions of a person that still count, the latest first. A browser that was closed may be among them. */
    public List<SignInSession> of(String userId) {
        return sessions.of(userId).stream().filter(session -> person(userId, session.since(), lifetime).isPresent()).toList();
    }

    /** The person who owes a session the second factor, if that may still be given. */
    public Optional<User> person(PendingSecondFactor pending) {
        return person(pending.userId(), pending.since(), PendingSecondFactor.LIFETIME);
    }

    private Optional<User> person(String userId, Instant since, Duration longest) {
        return clock.instant().isBefore(since.plus(longest)) ? users.findActive(userId, since) : Optional.empty();
    }
}
