package org.gatehouse.oauth.registration;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.SetupTrail;
import org.gatehouse.platform.network.ClientAddress;

/** Writes clients that make themselves known, each in one transaction. */
@Stateless
public class RegistrationService {
    @Inject
    StoredDocuments documents;

    @Inject
    DynamicRegistrations registrations;

    @Inject
    UnusedClients unused;

    @Inject
    SetupTrail trail;

    /** Writes what a metadata document says. */
    public void describe(DocumentUrl url, ClientDescription description, Duration lifetime) throws RegistrationRefused {
        documents.describe(url.uri().toString(), description, lifetime);
    }

    /** Ends the time for which a metadata document counts as read. */
    public void distrust(String url) {
        documents.distrust(url);
    }

    /** Registers the client that a JSON text describes (RFC 7591 section 3.1). */
    public RegistrationAnswer register(byte[] json, ClientAddress address) {
        try {
            return registrations.register(json, address);
        } catch (RegistrationRefused e) {
            return new RegistrationAnswer.Refused(e.error());
        }
    }

    /** The clients that registered themselves and wait for an administrator, the oldest first. */
    public List<WaitingClient> waiting() {
        return registrations.waiting();
    }

    /** An administrator approves a client that waits; false if there is none of this id that does. */
    public boolean approve(String clientId) {
        boolean approved = registrations.approve(clientId);
        if (approved) {
            trail.secret(EventType.SETUP_AUDIT_TRAIL, "client.approve", clientId);
        }
        return approved;
    }

    /** Removes a client that made itself known, if it was never used; false if it is kept. */
    public boolean removeUnused(String clientId) {
        boolean removed = unused.remove(clientId);
        if (removed) {
            trail.secret(EventType.SETUP_AUDIT_TRAIL, "client.remove-unused", clientId);
        }
        return removed;
    }
}
