package org.gatehouse.oauth.grant;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.gatehouse.audit.AuditEvents;
import org.gatehouse.permission.grants.ConnectionsEnded;

/** Has the connections marked that ended with a person's password, so that lists say when and why as they do of all others. */
@Singleton
class PasswordRevocations {
    private final BulkRevocations bulk;
    private final GrantEvents grantEvents;
    private final AuditEvents events;

    @Inject
    PasswordRevocations(BulkRevocations bulk, GrantEvents grantEvents, AuditEvents events) {
        this.bulk = bulk;
        this.grantEvents = grantEvents;
        this.events = events;
    }

    void mark(@Observes ConnectionsEnded ended) {
        RevocationTarget target = new RevocationTarget.OfPerson(ended.userId());
        grantEvents.endedTogether(target);
        // Who comes by a link has not signed in, and is the person.
        String requestedBy = Objects.requireNonNullElse(events.requester().username(), ended.username());
        bulk.follow(target, ended.version(), requestedBy, GrantEnd.PASSWORD_CHANGE);
    }
}
