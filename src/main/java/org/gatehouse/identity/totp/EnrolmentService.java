package org.gatehouse.identity.totp;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Gives people a second factor and takes it away, each in one transaction. */
@Stateless
public class EnrolmentService {
    @Inject
    Enrolments enrolments;

    /** A new key for a person who has just given the password. Nothing is stored before its first code. */
    public PendingEnrolment begin(String userId) {
        return enrolments.begin(userId);
    }

    /** The key that waits, if it still does and is this person's. */
    public Optional<TotpSecret> secret(PendingEnrolment pending, String userId) {
        return enrolments.secret(pending, userId);
    }

    /**
     * Stores the key if the code is one of it, and makes void all sessions from before that moment.
     *
     * @return the recovery codes, to be shown once; empty if nothing was stored
     */
    public List<RecoveryCode> confirm(PendingEnrolment pending, String userId, String code, Instant changedAt) {
        return enrolments.confirm(pending, userId, code, changedAt);
    }

    /** Takes the second factor and the recovery codes away, and makes void all sessions from before that moment. */
    public void remove(String userId, Instant changedAt) {
        enrolments.remove(userId, changedAt);
    }
}
