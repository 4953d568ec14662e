package org.gatehouse.oauth.grant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import org.gatehouse.oauth.client.Admission;
import org.gatehouse.oauth.client.Clients;
import org.gatehouse.oauth.token.ResourceIndicators;

/** Turns a person's answer to a pending authorization into the redirect that tells the client, in one transaction. */
@Stateless
public class AuthorizationService {
    @Inject
    Clients clients;

    @Inject
    Admission admission;

    @Inject
    ResourceIndicators resources;

    @Inject
    AuthorizationCodeGrant codeGrant;

    @Inject
    AuthorizationResponses responses;

    /** Whether this person may be asked at all: the client's app policy may not permit them. */
    public boolean admits(PendingAuthorization pending, String userId) {
        return clients.findEnabled(pending.clientId()).flatMap(client -> admission.admit(userId, client)).isPresent();
    }

    /** The person said yes: a code, if all that the request was examined for still holds. */
    public URI approve(PendingAuthorization pending, String userId) {
        if (!admits(pending, userId)) {
            return deny(pending);
        }
        if (!resources.active(pending.resource())) {
            return responses.error(pending, OAuth2Error.INVALID_TARGET);
        }
        return responses.success(pending, codeGrant.approve(pending, userId));
    }

    /** The person said no, or may not say yes (RFC 6749 section 4.1.2.1). */
    public URI deny(PendingAuthorization pending) {
        return responses.error(pending, OAuth2Error.ACCESS_DENIED);
    }
}
