package org.gatehouse.console;

import java.util.Optional;
import java.util.function.Predicate;
import org.gatehouse.identity.SignedInUser;

/** The way from nobody to a person that the session is sure enough of: password, second factor, enrolment, and then the destination. */
final class SignInRoute {
    static final String PASSWORD = "/login";
    static final String CODE = "/login/code";
    static final String ENROLMENT = "/security";

    private SignInRoute() {}

    /**
     * The next page.
     *
     * @param user the sign-in of the session, if it still counts
     * @param suffices whether a sign-in is good enough for the destination
     * @param enrolled whether a person, by id, has a second factor
     */
    static String next(Optional<SignedInUser> user, Predicate<SignedInUser> suffices, Predicate<String> enrolled, Destination destination) {
        // A sign-in that would not do even with a second factor is too old: only the password makes a new one.
        Optional<SignedInUser> recent = user.filter(signedIn -> suffices.test(signedIn.raised()));
        if (recent.isEmpty()) {
            return destination.by(PASSWORD);
        }
        if (suffices.test(recent.get())) {
            return destination.path();
        }
        return destination.by(enrolled.test(recent.get().userId()) ? CODE : ENROLMENT);
    }
}
