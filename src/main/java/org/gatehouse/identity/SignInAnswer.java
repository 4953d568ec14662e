package org.gatehouse.identity;

/** What becomes of a name and a password. */
public sealed interface SignInAnswer {

    /** What a person is answered when an attempt ended so. */
    static SignInAnswer of(User user, LoginReason reason) {
        if (reason == LoginReason.SUCCESS) {
            return new SignedIn(user);
        }
        return reason == LoginReason.SECOND_FACTOR_REQUIRED ? new CodeNeeded(user) : new Refused();
    }

    /** No. Why is in the login history and nowhere else. */
    record Refused() implements SignInAnswer {}

    /** The password is right, and the person's second factor is asked for next. Until then the person is not signed in. */
    record CodeNeeded(User user) implements SignInAnswer {}

    /** The person is who they say. */
    record SignedIn(User user) implements SignInAnswer {}
}
