package org.gatehouse.oauth.grant;

import java.net.URI;

/** What happens next with an authorization request. */
public sealed interface AuthorizationAnswer {

    /**
     * The person reads what is wrong and the browser goes nowhere: where codes may go is not known (RFC 6749 section 4.1.2.1, "MUST NOT
     * automatically redirect the user-agent to the invalid redirection URI").
     */
    record Shown(String message) implements AuthorizationAnswer {}

    /** The client gets an answer at its redirect URI. */
    record Redirected(URI location) implements AuthorizationAnswer {}

    /** The person has to sign in first. */
    record SignIn(PendingAuthorization pending) implements AuthorizationAnswer {}

    /** The signed-in person is asked. */
    record AskConsent(PendingAuthorization pending) implements AuthorizationAnswer {}
}
