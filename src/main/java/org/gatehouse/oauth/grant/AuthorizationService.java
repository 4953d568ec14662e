package org.gatehouse.oauth.grant;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.oauth.token.OAuthScope;

/** Takes a person's answer to a pending authorization, in one transaction. */
@Stateless
public class AuthorizationService {
    @Inject
    Consents consents;

    /** Whether this person may be asked at all: the client's app policy may not permit them. */
    public boolean admits(PendingAuthorization pending, Approver approver) {
        return consents.admits(pending, approver);
    }

    /**
     * The redirect for a person who need not be asked: they approved the same before, may not use the client, or must not be asked by the
     * request's own wish. Empty if the consent page is next.
     */
    public Optional<URI> unasked(PendingAuthorization pending, Approver approver) {
        return switch (pending.asking()) {
            case ALWAYS -> Optional.empty();
            case IF_NEW -> consents.remembered(pending, approver);
            case NEVER -> consents.remembered(pending, approver).or(() -> Optional.of(consents.mustAsk(pending)));
        };
    }

    /**
     * The person said yes: the redirect with a code, if all that the request was examined for still holds.
     *
     * @param approved the scopes that the person did not leave out
     */
    public URI approve(PendingAuthorization pending, Approver approver, Set<OAuthScope> approved) {
        return consents.approve(pending, approver, approved);
    }

    /** The person said no, or may not say yes: the redirect with {@code access_denied} (RFC 6749 section 4.1.2.1). */
    public URI deny(PendingAuthorization pending) {
        return consents.deny(pending);
    }
}
