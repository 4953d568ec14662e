package org.gatehouse.identity;

import static org.gatehouse.platform.database.schema.Tables.LOGIN_ATTEMPT;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import org.gatehouse.platform.database.Database;
import org.jooq.Condition;
import org.jooq.exception.IntegrityConstraintViolationException;

/**
 * The counts of failed sign-ins in the database, so that all nodes count together. Each step is one conditional write; transactions are its
 * own, so that a failure counts although whatever was tried is rolled back.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FailureCounts {
    @Inject
    Database database;

    /**
     * Counts one more within a window, which begins with the first.
     *
     * @return false if the subject is locked or there have been as many as the limit allows
     */
    public boolean add(Kind kind, String subject, FailureLimit limit, Instant now) {
        return count(kind, subject, limit, now) || first(kind, subject, limit, now) || count(kind, subject, limit, now);
    }

    private boolean count(Kind kind, String subject, FailureLimit limit, Instant now) {
        Condition over = LOGIN_ATTEMPT.WINDOW_ENDS_AT.le(now);
        return database.sql()
                        .update(LOGIN_ATTEMPT)
                        .set(LOGIN_ATTEMPT.FAILURES, when(over, inline(1)).otherwise(LOGIN_ATTEMPT.FAILURES.plus(1)))
                        .set(LOGIN_ATTEMPT.WINDOW_ENDS_AT,
                                when(over, val(limit.end(now), LOGIN_ATTEMPT.WINDOW_ENDS_AT)).otherwise(LOGIN_ATTEMPT.WINDOW_ENDS_AT))
                        .setNull(LOGIN_ATTEMPT.LOCKED_UNTIL)
                        .where(is(kind, subject))
                        .and(LOGIN_ATTEMPT.LOCKED_UNTIL.isNull().or(LOGIN_ATTEMPT.LOCKED_UNTIL.le(now)))
                        .and(LOGIN_ATTEMPT.FAILURES.lt(limit.most()).or(over))
                        .execute()
                == 1;
    }

    /** False if there is a row already, perhaps one that somebody else has just made. */
    private boolean first(Kind kind, String subject, FailureLimit limit, Instant now) {
        try {
            return database.sql()
                            .insertInto(LOGIN_ATTEMPT)
                            .set(LOGIN_ATTEMPT.KIND, kind.key())
                            .set(LOGIN_ATTEMPT.SUBJECT, subject)
                            .set(LOGIN_ATTEMPT.FAILURES, 1)
                            .set(LOGIN_ATTEMPT.WINDOW_ENDS_AT, limit.end(now))
                            .onDuplicateKeyIgnore()
                            .execute()
                    == 1;
        } catch (IntegrityConstraintViolationException e) {
            // H2 looks first and writes then; PostgreSQL does both at once and never comes here.
            return false;
        }
    }

    /** Takes one count back: it was no failure. */
    public void takeBack(Kind kind, String subject) {
        database.sql()
                .update(LOGIN_ATTEMPT)
                .set(LOGIN_ATTEMPT.FAILURES, LOGIN_ATTEMPT.FAILURES.minus(1))
                .where(is(kind, subject))
                .and(LOGIN_ATTEMPT.FAILURES.gt(0))
                .execute();
    }

    /**
     * Locks the subject if there have been as many failures as the limit allows.
     *
     * @return true if it was not locked before
     */
    public boolean lock(Kind kind, String subject, FailureLimit limit, Instant now) {
        return database.sql()
                        .update(LOGIN_ATTEMPT)
                        .set(LOGIN_ATTEMPT.LOCKED_UNTIL, limit.end(now))
                        .set(LOGIN_ATTEMPT.WINDOW_ENDS_AT, limit.end(now))
                        .where(is(kind, subject))
                        .and(LOGIN_ATTEMPT.FAILURES.ge(limit.most()))
                        .and(LOGIN_ATTEMPT.LOCKED_UNTIL.isNull())
                        .execute()
                == 1;
    }

    /** Forgets all failures, and a lock with them. */
    public void clear(Kind kind, String subject) {
        database.sql().deleteFrom(LOGIN_ATTEMPT).where(is(kind, subject)).execute();
    }

    /** Whether the subject is locked. Joins the caller's transaction: a question needs none of its own. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public boolean locked(Kind kind, String subject, Instant now) {
        return database.sql().fetchExists(LOGIN_ATTEMPT, is(kind, subject).and(LOGIN_ATTEMPT.LOCKED_UNTIL.gt(now)));
    }

    /** Removes what no longer counts. */
    public void forget(Instant now) {
        database.sql()
                .deleteFrom(LOGIN_ATTEMPT)
                .where(LOGIN_ATTEMPT.WINDOW_ENDS_AT.le(now))
                .and(LOGIN_ATTEMPT.LOCKED_UNTIL.isNull().or(LOGIN_ATTEMPT.LOCKED_UNTIL.le(now)))
                .execute();
    }

    private static Condition is(Kind kind, String subject) {
        return LOGIN_ATTEMPT.KIND.eq(kind.key()).and(LOGIN_ATTEMPT.SUBJECT.eq(subject));
    }

    /** What failures are counted of. */
    public enum Kind {
        ACCOUNT("account"),
        ADDRESS("address");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** The kind's name in the table. */
        String key() {
            return key;
        }
    }
}
