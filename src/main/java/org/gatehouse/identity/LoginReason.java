package org.gatehouse.identity;

/** How an attempt to sign in ended, and why. For the login history only: the person always gets the same answer. The names are stored. */
public enum LoginReason {
    SUCCESS(Outcome.SUCCESS, Effect.CLEARS),
    /** A signed-in person gave the password again before something that matters. */
    REAUTHENTICATED(Outcome.SUCCESS, Effect.NONE),
    /** The password was right and the code is still to come. */
    SECOND_FACTOR_REQUIRED(Outcome.UNFINISHED, Effect.NONE),

    WRONG_PASSWORD(Outcome.REFUSED, Effect.COUNTS),
    UNKNOWN_USER(Outcome.REFUSED, Effect.COUNTS),
    INACTIVE(Outcome.REFUSED, Effect.COUNTS),
    WRONG_CODE(Outcome.REFUSED, Effect.COUNTS),

    /** Nothing was checked, so nothing counts: waiting is enough to get in again. */
    LOCKED_ACCOUNT(Outcome.REFUSED, Effect.NONE),
    LOCKED_ADDRESS(Outcome.REFUSED, Effect.NONE),

    OUTSIDE_LOGIN_RANGE(Outcome.REFUSED, Effect.NONE),
    /** The person would have to prove themselves further and has nothing to do it by. */
    OUTSIDE_TRUSTED_RANGE(Outcome.REFUSED, Effect.NONE),
    OUTSIDE_LOGIN_HOURS(Outcome.REFUSED, Effect.NONE),
    EXTERNAL_REFUSED(Outcome.REFUSED, Effect.NONE);

    private final Outcome outcome;
    private final Effect effect;

    LoginReason(Outcome outcome, Effect effect) {
        this.outcome = outcome;
        this.effect = effect;
    }

    public Outcome outcome() {
        return outcome;
    }

    Effect effect() {
        return effect;
    }

    /** What became of the attempt. */
    public enum Outcome {
        SUCCESS,
        UNFINISHED,
        REFUSED
    }

    /** What it does to the count of failures. */
    enum Effect {
        CLEARS,
        COUNTS,
        /** The count stays as it was: who knows the password must not get new guesses at the code by it. */
        NONE
    }
}
