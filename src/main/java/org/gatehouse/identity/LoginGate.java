package org.gatehouse.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What every attempt to sign in passes through: nothing is checked while the account or the address is locked, the end of the attempt is
 * counted, and it leaves exactly one line of history before anybody is told.
 */
@Singleton
class LoginGate {
    private final Lockout lockout;
    private final LoginHistory history;
    private final InstantSource clock;

    @Inject
    LoginGate(Lockout lockout, LoginHistory history, InstantSource clock) {
        this.lockout = lockout;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Runs one attempt.
     *
     * @param check what is checked, if anything is
     * @param instead what is done in place of the check, to take as long
     */
    LoginReason run(LoginAttempt attempt, Supplier<LoginReason> check, Runnable instead) {
        LoginReason reason = counted(attempt, check, instead);
        note(attempt, reason);
        return reason;
    }

    /** Adds the line of history. */
    void note(LoginAttempt attempt, LoginReason reason) {
        LoginOrigin origin = attempt.origin();
        history.write(new LoginRecord(
                0, clock.instant(), attempt.userId(), attempt.username(), origin.clientAddress(), origin.userAgent(), attempt.way(),
                reason.outcome(), reason));
    }

    private LoginReason counted(LoginAttempt attempt, Supplier<LoginReason> check, Runnable instead) {
        if (lockout.addressLocked(attempt.origin().clientAddress())) {
            instead.run();
            return LoginReason.LOCKED_ADDRESS;
        }
        if (!lockout.admit(attempt.account())) {
            instead.run();
            return LoginReason.LOCKED_ACCOUNT;
        }
        LoginReason reason = checked(attempt, check);
        switch (reason.effect()) {
            case CLEARS -> lockout.passed(attempt.account());
            case COUNTS -> lockout.failed(attempt.account(), attempt.origin().clientAddress());
            case NONE -> lockout.takeBack(attempt.account());
        }
        return reason;
    }

    /** A realm that does not answer is nobody's failure. */
    private LoginReason checked(LoginAttempt attempt, Supplier<LoginReason> check) {
        try {
            return check.get();
        } catch (RuntimeException e) {
            lockout.takeBack(attempt.account());
            throw e;
        }
    }
}
