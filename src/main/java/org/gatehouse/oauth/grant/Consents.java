package org.gatehouse.oauth.grant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.openid.connect.sdk.OIDCError;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.oauth.token.ResourceIndicators;

/** Turns a person's answer to a pending authorization into the redirect that tells the client. */
@Singleton
class Consents {
    private final Entitlement entitlement;
    private final ResourceIndicators resources;
    private final AuthorizationCodeGrant codeGrant;
    private final RememberedConsents remembered;
    private final AuthorizationResponses responses;
    private final GrantEvents events;

    @Inject
    Consents(
            Entitlement entitlement, ResourceIndicators resources, AuthorizationCodeGrant codeGrant, RememberedConsents remembered,
            AuthorizationResponses responses, GrantEvents events) {
        this.entitlement = entitlement;
        this.resources = resources;
        this.codeGrant = codeGrant;
        this.remembered = remembered;
        this.responses = responses;
        this.events = events;
    }

    boolean admits(PendingAuthorization pending, Approver approver) {
        return entitlement.admit(approver.userId(), pending.clientId(), pending.resource(), approver.visit()).isPresent();
    }

    /** The redirect for a person who approved the same before; empty if they have to be asked. */
    Optional<URI> remembered(PendingAuthorization pending, Approver approver) {
        if (!admits(pending, approver)) {
            return Optional.of(deny(pending));
        }
        return remembered.recall(pending, approver.userId()).map(scopes -> answer(pending, approver, scopes));
    }

    /** Decided anew: people, policies and servers can have changed while the page was open. */
    URI approve(PendingAuthorization pending, Approver approver, Set<OAuthScope> approved) {
        boolean within = approved.stream().allMatch(scope -> scope.coveredBy(pending.scopes()));
        if (approved.isEmpty() || !within || !admits(pending, approver)) {
            return deny(pending);
        }
        remembered.remember(pending, approver.userId(), approved);
        return answer(pending, approver, approved);
    }

    private URI answer(PendingAuthorization pending, Approver approver, Set<OAuthScope> scopes) {
        if (!resources.active(pending.resource())) {
            return responses.error(pending, OAuth2Error.INVALID_TARGET);
        }
        return responses.success(pending, codeGrant.approve(pending.narrowedTo(scopes), approver.userId(), approver.assurance()));
    }

    URI deny(PendingAuthorization pending) {
        events.denied(pending);
        return responses.error(pending, OAuth2Error.ACCESS_DENIED);
    }

    /** OpenID Connect Core section 3.1.2.6: with prompt=none nobody is asked. */
    URI mustAsk(PendingAuthorization pending) {
        return responses.error(pending, OIDCError.CONSENT_REQUIRED);
    }
}
