package org.gatehouse.identity.totp;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.SECOND_FACTOR;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.gatehouse.platform.database.Database;

/** Gives people a second factor and takes it away. Whoever calls has checked the password just before. */
@Singleton
class Enrolments {
    private final Database database;
    private final SecretVault vault;
    private final RecoveryCodes recoveryCodes;
    private final InstantSource clock;

    @Inject
    Enrolments(Database database, SecretVault vault, RecoveryCodes recoveryCodes, InstantSource clock) {
        this.database = database;
        this.vault = vault;
        this.recoveryCodes = recoveryCodes;
        this.clock = clock;
    }

    /** Makes a key for a person. Nothing is stored before its first code. */
    PendingEnrolment begin(String userId) {
        return new PendingEnrolment(userId, vault.seal(userId, TotpSecret.create()), clock.instant());
    }

    /** The key that waits, if it still does and is this person's. */
    Optional<TotpSecret> secret(PendingEnrolment pending, String userId) {
        return pending.waits(clock.instant()) && pending.userId().equals(userId)
                ? Optional.of(vault.open(userId, pending.sealed()))
                : Optional.empty();
    }

    /**
     * Stores the key if the code proves that the authenticator has it, and ends the person's other sessions.
     *
     * @param changedAt when: sessions from before are void
     * @return the recovery codes; empty if the code is wrong, the wait is over, or the person has a second factor by now
     */
    List<RecoveryCode> confirm(PendingEnrolment pending, String userId, String code, Instant changedAt) {
        Optional<TotpSecret> secret = secret(pending, userId);
        Optional<TimeStep> step = secret.flatMap(
                key -> TimeStep.accepted(clock.instant()).stream().filter(candidate -> key.matches(code, candidate)).findFirst());
        if (step.isEmpty() || !store(pending, step.get(), changedAt)) {
            return List.of();
        }
        changed(userId, changedAt);
        return recoveryCodes.replace(userId);
    }

    /** Takes the second factor away, and ends the person's other sessions. */
    void remove(String userId, Instant changedAt) {
        database.sql().deleteFrom(SECOND_FACTOR).where(SECOND_FACTOR.USER_ID.eq(userId)).execute();
        recoveryCodes.remove(userId);
        changed(userId, changedAt);
    }

    private boolean store(PendingEnrolment pending, TimeStep step, Instant changedAt) {
        return database.sql()
                        .insertInto(SECOND_FACTOR)
                        .set(SECOND_FACTOR.USER_ID, pending.userId())
                        .set(SECOND_FACTOR.SECRET_JWE, pending.sealed())
                        .set(SECOND_FACTOR.ENROLLED_AT, changedAt)
                        // The code that confirms is used up by it.
                        .set(SECOND_FACTOR.LAST_STEP, step.number())
                        .onDuplicateKeyIgnore()
                        .execute()
                == 1;
    }

    private void changed(String userId, Instant changedAt) {
        database.sql().update(APP_USER).set(APP_USER.CREDENTIALS_CHANGED_AT, changedAt).where(APP_USER.ID.eq(userId)).execute();
    }
}
