package org.gatehouse.oauth.grant;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;

/** Takes a person's answer to a pending authorization, in one transaction. */
@Stateless
public class AuthorizationService {
    @Inject
    Consents consents;

    /** Whether this person may be asked at all: the client's app policy may not permit them. */
    public boolean admits(PendingAuthorization pending, String userId) {
        return consents.admits(pending, userId);
    }

    /** The person said yes: the redirect with a code, if all that the request was examined for still holds. */
    public URI approve(PendingAuthorization pending, String userId) {
        return consents.approve(pending, userId);
    }

    /** The person said no, or may not say yes: the redirect with {@code access_denied} (RFC 6749 section 4.1.2.1). */
    public URI deny(PendingAuthorization pending) {
        return consents.deny(pending);
    }
}
