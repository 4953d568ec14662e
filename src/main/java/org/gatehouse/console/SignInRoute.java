package org.gatehouse.console;

import java.util.Optional;
import org.gatehouse.identity.Assurance;

/** The way from nobody to a person that the session is sure enough of: password, second factor, enrolment, and then the destination. */
final class SignInRoute {
    static final String PASSWORD = "/login";
    static final String CODE = "/login/code";
    static final String ENROLMENT = "/security";

    private SignInRoute() {}

    /**
     * The next page.
     *
     * @param present how sure the session is of its person; empty if it is nobody's, or if what waits wants a newer sign-in
     * @param demanded how sure it has to be
     * @param enrolled whether the person has a second factor
     */
    static String next(Optional<Assurance> present, Assurance demanded, boolean enrolled, Destination destination) {
        if (present.isEmpty()) {
            return destination.by(PASSWORD);
        }
        if (present.get().satisfies(demanded)) {
            return destination.path();
        }
        return destination.by(enrolled ? CODE : ENROLMENT);
    }
}
