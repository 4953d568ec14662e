package org.gatehouse.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.gatehouse.identity.FailureCounts.Kind;

/** Stops guessing: after too many failures an account, or an address, is locked for a while, whatever is tried. */
@Singleton
public class Lockout implements AccountLocks {
    private final FailureCounts counts;
    private final FailureLimit perAccount;
    private final FailureLimit perAddress;
    private final InstantSource clock;

    @Inject
    Lockout(FailureCounts counts, SignInConfiguration configuration, InstantSource clock) {
        this.counts = counts;
        this.perAccount = configuration.failuresPerAccount();
        this.perAddress = configuration.failuresPerAddress();
        this.clock = clock;
    }

    /** Reads one row. */
    @Override
    public boolean locked(String userId) {
        return counts.locked(Kind.ACCOUNT, userId, clock.instant());
    }

    /** Ends a lock before its time, for an administrator. */
    public void unlock(String userId) {
        counts.clear(Kind.ACCOUNT, userId);
        IdentityLog.LOG.unlocked(userId);
    }

    /** Whether an address is locked. */
    boolean addressLocked(String clientAddress) {
        return counts.locked(Kind.ADDRESS, AddressBlock.of(clientAddress), clock.instant());
    }

    /**
     * Takes one of the account's tries. It is taken before anything is checked, so that guesses at the same time are not more than guesses one
     * after the other.
     *
     * @return false if the account is locked or all tries are taken
     */
    boolean admit(String account) {
        return counts.add(Kind.ACCOUNT, account, perAccount, clock.instant());
    }

    /** The try was a failure: the last one locks, and the address counts it too. */
    void failed(String account, String clientAddress) {
        Instant now = clock.instant();
        lock(Kind.ACCOUNT, account, perAccount, now);
        String block = AddressBlock.of(clientAddress);
        counts.add(Kind.ADDRESS, block, perAddress, now);
        lock(Kind.ADDRESS, block, perAddress, now);
    }

    /** The try was none. */
    void takeBack(String account) {
        counts.takeBack(Kind.ACCOUNT, account);
    }

    /** The person is in: earlier failures no longer count. Those of the address do, or one own account would allow guesses at all others. */
    void passed(String account) {
        counts.clear(Kind.ACCOUNT, account);
    }

    private void lock(Kind kind, String subject, FailureLimit limit, Instant now) {
        if (counts.lock(kind, subject, limit, now)) {
            IdentityLog.LOG.locked(kind.key(), subject, limit.end(now));
        }
    }
}
