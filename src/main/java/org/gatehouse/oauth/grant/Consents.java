package org.gatehouse.oauth.grant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import org.gatehouse.oauth.client.Admission;
import org.gatehouse.oauth.client.Clients;
import org.gatehouse.oauth.token.ResourceIndicators;

/** Turns a person's answer to a pending authorization into the redirect that tells the client. */
@Singleton
class Consents {
    private final Clients clients;
    private final Admission admission;
    private final ResourceIndicators resources;
    private final AuthorizationCodeGrant codeGrant;
    private final AuthorizationResponses responses;

    @Inject
    Consents(
            Clients clients, Admission admission, ResourceIndicators resources, AuthorizationCodeGrant codeGrant,
            AuthorizationResponses responses) {
        this.clients = clients;
        this.admission = admission;
        this.resources = resources;
        this.codeGrant = codeGrant;
        this.responses = responses;
    }

    boolean admits(PendingAuthorization pending, String userId) {
        return clients.find(pending.clientId()).flatMap(client -> admission.admit(userId, client)).isPresent();
    }

    /** Decided anew: people, policies and servers can have changed while the page was open. */
    URI approve(PendingAuthorization pending, String userId) {
        if (!admits(pending, userId)) {
            return deny(pending);
        }
        if (!resources.active(pending.resource())) {
            return responses.error(pending, OAuth2Error.INVALID_TARGET);
        }
        return responses.success(pending, codeGrant.approve(pending, userId));
    }

    URI deny(PendingAuthorization pending) {
        return responses.error(pending, OAuth2Error.ACCESS_DENIED);
    }
}
