package org.gatehouse.oauth.grant;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import org.gatehouse.audit.Actor;
import org.gatehouse.audit.AuditEvents;
import org.gatehouse.audit.EventType;

/** The steps of OAuth in the event log, each in the transaction of the step. Tokens and codes never get there. */
@Singleton
class GrantEvents {
    private static final int FORBIDDEN = 403;

    private final AuditEvents events;

    @Inject
    GrantEvents(AuditEvents events) {
        this.events = events;
    }

    /** A person approved a client at a server. */
    void approved(Grant grant) {
        events.done(EventType.OAUTH, "consent.approve", of(grant), List.of(grant.resource()));
    }

    /** A person did not approve, or may not. */
    void denied(PendingAuthorization pending) {
        Actor known = events.requester();
        Actor actor = new Actor(known.userId(), known.username(), pending.clientId(), null, known.clientAddress());
        events.refused(EventType.OAUTH, "consent.deny", actor, List.of(pending.resource()), FORBIDDEN, "ACCESS_DENIED");
    }

    /** A client got tokens, for a code or for a refresh token. */
    void tokensIssued(Grant grant) {
        events.done(EventType.OAUTH, "token.issue", of(grant), List.of(grant.resource()));
    }

    /** A connection ended. Misuse counts as a refusal, whoever is to blame. */
    void ended(Grant grant, GrantEnd why) {
        if (why.misuse()) {
            events.refused(
                    EventType.OAUTH, "connection.end", of(grant), List.of(grant.resource()), FORBIDDEN, why.key().toUpperCase(Locale.ROOT).replace('-', '_'));
        } else {
            events.done(EventType.OAUTH, "connection.end." + why.key(), by(grant), List.of(grant.resource()));
        }
    }

    /** A connection was frozen, by an administrator or by an alert. */
    void frozen(Grant grant, String by) {
        events.done(EventType.OAUTH, "connection.freeze", by(grant), List.of(grant.resource(), by));
    }

    /** An administrator lifted that. */
    void unfrozen(Grant grant) {
        events.done(EventType.OAUTH, "connection.unfreeze", by(grant), List.of(grant.resource()));
    }

    /** Many connections ended at once. */
    void endedTogether(RevocationTarget target) {
        String whose = switch (target) {
            case RevocationTarget.Everything() -> "everybody";
            case RevocationTarget.OfClient(var id) -> id;
            case RevocationTarget.OfPerson(var id) -> id;
            case RevocationTarget.OfProfile(var name) -> name;
        };
        events.done(EventType.OAUTH, "connections.end", events.requester(), List.of(whose));
    }

    private Actor of(Grant grant) {
        return new Actor(grant.userId(), null, grant.clientId(), grant.id(), events.requester().clientAddress());
    }

    /** Who ended it may be somebody else than the person whose connection it was. */
    private Actor by(Grant grant) {
        Actor requester = events.requester();
        return requester.userId() == null
                ? of(grant)
                : new Actor(requester.userId(), requester.username(), grant.clientId(), grant.id(), requester.clientAddress());
    }
}
